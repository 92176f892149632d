"""The settings of a repository on a forge, as a file (``.github/settings.yml``), and whether the forge has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congbo.errors import CongboError, refuse
from congbo.forge.protocol import Forge
from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import ident, listed, may, need, one_of, record, text, texts
from congbo.strict import Node, compose
from congbo.strict.bytes import decode

PATH = ".github/settings.yml"
THERE = "co"  # the value of an entry that only has to be there


@dataclass(frozen=True)
class Setting:
    """One setting: where a person clicks, why, and (``ask``, ``at``) where the forge's answer says it, which must be ``is_``.

    ``at``: keys with dots between; ``key=value`` picks the entry of a list. ``ask`` "" (``-``): only a person can look.
    """

    id: str
    where: Texts
    why: Texts
    ask: str = ""
    at: str = ""
    is_: str = THERE
    place: Place | None = None


@dataclass(frozen=True)
class Compared:
    """What was found: ``kept`` is None where the forge does not tell; ``found`` is what it said."""

    setting: Setting
    kept: bool | None
    found: str = ""


_SETTING = record(
    Setting,
    {
        "id": need(ident),
        "where": need(texts),
        "why": need(texts),
        "ask": may(text),
        "at": may(text),
        "is": may(text, "is_"),
    },
)
_FILE = record(lambda **words: words["settings"], {"format": need(one_of("1")), "settings": need(listed(_SETTING))})


def read_settings(data: bytes, path: str = PATH) -> tuple[Setting, ...]:
    """Return the settings of the file. Raises CongboError at the first that is not as above, or stands there twice."""
    node: Node = compose(decode(data, path), path)
    found: tuple[Setting, ...] = _FILE(node)
    for at, one in enumerate(found):
        if one.id in {before.id for before in found[:at]}:
            raise refuse("forge.setting_twice", Place(path), id=one.id)
    return found


def compared(settings: tuple[Setting, ...], forge: Forge) -> Iterator[Compared]:
    """Yield each setting with what the forge says of it; every address is asked once."""
    answers: dict[str, object] = {}
    for one in settings:
        if not one.ask:
            yield Compared(one, None)
            continue
        try:
            if one.ask not in answers:
                answers[one.ask] = forge.ask("" if one.ask == "." else one.ask)
        except CongboError:
            answers[one.ask] = None
        told = answers[one.ask]
        found = None if told is None else value_at(told, one.at)
        shown = "-" if found is None else THERE if isinstance(found, (dict, list)) else str(found).lower()
        yield Compared(one, None if told is None else shown == one.is_, shown)


def value_at(document: object, path: str) -> object:
    """Return the value at a path of keys, None where there is none."""
    for word in path.split(".") if path else ():
        key, picks, wanted = word.partition("=")
        if picks:
            entries = document if isinstance(document, list) else []
            document = next((one for one in entries if isinstance(one, dict) and str(one.get(key)) == wanted), None)
        else:
            document = document.get(key) if isinstance(document, dict) else None
    return document
