"""A sentence for a person, before it is put into a language."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Message(Struct, frozen=True):
    """A locale key and the words to put into its sentence; the wording stands in ``locales/<lang>``.

    A parameter may itself be a ``Texts`` value (one wording per language) or a ``Message``.
    """

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


def say(key: str, /, **params: object) -> Message:
    """Return the message ``key`` with its parameters."""
    return Message(key, params)


class Texts(Struct, frozen=True):
    """One text in the languages of a portal; ``vi`` is always there."""

    vi: str
    en: str = ""
    zh: str = ""

    def in_(self, lang: str) -> str:
        """Return the text in ``lang``, in Vietnamese where that language has none."""
        return str(getattr(self, lang, "")) or self.vi
