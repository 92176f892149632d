"""What a decider answered in words (reasons, numbers of documents): ``<stem>.yml``, which the statement names by digest."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.characters import refuse_flaws
from congbo.policy.shape import need, one_of, record, table, text
from congbo.strict import Node, compose
from congbo.strict.bytes import decode

LIMIT = 65_536

_read: Callable[[Node], dict[str, Any]] = record(dict, {"format": need(one_of("1")), "answers": need(table(text))})


def read_answers(data: bytes, place: Place | None = None) -> Mapping[str, str]:
    """Return word -> answer. Raises CongboError, at its line, for what is no such file."""
    path = place.path if place else ""
    written = decode(data, path, LIMIT)
    refuse_flaws(written, path)
    found: dict[str, Mapping[str, str]] = _read(compose(written, path))
    if not found["answers"]:
        raise refuse("signed.no_answers", Place(path))
    return found["answers"]


def written_answers(answers: Mapping[str, str]) -> bytes:
    """Return the file. Raises CongboError for an answer that could not be read back as it is."""
    lines = (f"  {word}: {json.dumps(answers[word], ensure_ascii=False)}\n" for word in sorted(answers))
    data = ("format: 1\nanswers:\n" + "".join(lines)).encode("utf-8", "surrogatepass")
    kept = read_answers(data)
    for word, answer in answers.items():
        if kept.get(word) != answer:
            raise refuse("signed.answer_not_kept", None, word=word)
    return data
