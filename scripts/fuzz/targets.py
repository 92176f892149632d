"""What is fed with spoilt files. Each target takes bytes and a name, and raises for whatever must never happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from ground import POLICIES, ROOT, policy
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from congbo.attached import inspect
from congbo.checks.body import convertible
from congbo.checks.judge import judge
from congbo.errors import CongboError
from congbo.facts.corpus import Corpus, load_corpus
from congbo.finding import Severity
from congbo.item import Item, front_matter
from congbo.item.read import read_item
from congbo.locale import LANGUAGES, sentence, told
from congbo.output import FORMATS, Report
from congbo.policy import load_policy
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.markdown import to_html
from congbo.site.reader import ITEM, ItemReader
from congbo.site.render import Theme
from congbo.strict import Mapping as MappingNode
from congbo.strict import Node, Scalar, compose
from support.harmless import harms, unbalanced
from support.trees import ValueTree

TODAY = date(2026, 11, 22)
PURE_UP_TO = 8_000  # the pure parser is slow, and this is about reading alike


class DifferenceError(Exception):
    """Two readers of one file say different things, or the page holds what no page may hold."""


def item(data: bytes, name: str) -> None:
    """Read, judge, and if it is an item: render, by every reader alike."""
    corpus = load_corpus(ValueTree({name: data}), policy(), TODAY)
    refused = _said(corpus)
    for found in corpus.items:
        _read_alike(found.path, data, corpus)
        _rendered(corpus, found, refused=refused)


def attached(data: bytes, name: str) -> None:
    """Look into a file that calls itself ``name``, and judge it beside an item."""
    inspection = inspect(data, name)
    if not isinstance(inspection.kind, str):
        raise DifferenceError(f"kind: {inspection.kind!r}")
    files = {"content/dl/tin-tuc-su-kien/2026/tin.md": _PAGE, f"content/dl/tin-tuc-su-kien/2026/tin/{name}": data}
    _said(load_corpus(ValueTree(files), policy(), TODAY))


def policies(data: bytes, name: str) -> None:
    """Load the policies with this file in the place of another; a refusal is one sentence with its place."""
    _alike(data, name)
    try:
        load_policy(ValueTree({**POLICIES, name: data}))
    except CongboError as error:
        for lang in LANGUAGES:
            _sentence(told(error, lang))
        if error.place is None:
            raise DifferenceError("a refusal without a place") from error


TARGETS: Mapping[str, Callable[[bytes, str], None]] = {"item": item, "attached": attached, "policies": policies}

_PAGE = b"""---
id: dl-2026-9001
type: tin_bai
title: Tin
summary: M\xe1\xbb\x99t c\xc3\xa2u.
---
N\xe1\xbb\x99i dung.
"""


def _said(corpus: Corpus) -> bool:
    """Everything found can be said, in both languages and in every form of output. Tell whether anything was an error."""
    findings = judge(corpus)
    for finding in findings:
        for lang in LANGUAGES:
            _sentence(sentence(finding.message, lang))
            _sentence(sentence(finding.fix, lang))
    report = Report(findings=findings, files=len(corpus.readings))
    for render in FORMATS.values():
        render(report, "vi").encode("utf-8", "backslashreplace")
    return bool(report.count(Severity.ERROR))


def _sentence(words: str) -> None:
    if not words.strip():
        raise DifferenceError("an empty sentence")


def _read_alike(path: str, data: bytes, corpus: Corpus) -> None:
    """The checks, the build and both parsers read the same."""
    (found,) = corpus.items
    again = read_item(data, path, corpus.policy).item
    if again != found or list(again.fields) != list(found.fields) or front_matter.body(data, path) != found.body:
        raise DifferenceError("read twice, and otherwise")
    if convertible(found.body):
        html, metadata = _reader(corpus).read(str(ROOT / path))
        if metadata[ITEM] != found or metadata["title"] != found.title or html != to_html(found.body):
            raise DifferenceError("the build reads otherwise")
    mapping, _, _ = front_matter.split(data, path)
    _same(mapping, data.decode().replace("\r\n", "\n").split("\n---", 1)[0].removeprefix("---\n") + "\n")


def _reader(corpus: Corpus) -> Any:
    return ItemReader({"CONGBO_CORPUS": corpus, "CONGBO_ROOT": str(ROOT)})


def _alike(data: bytes, name: str) -> None:
    try:
        text = data.decode()
        nodes = compose(text, name)
    except (UnicodeDecodeError, CongboError):
        return
    _same(nodes, text)


def _same(nodes: MappingNode, text: str) -> None:
    if len(text) > PURE_UP_TO:
        return
    try:
        other = _as_text(YAML(typ="base", pure=True).load(text))
    except YAMLError:
        return  # stricter than ours: nobody reads it in another way
    if _plain(nodes) != other:
        raise DifferenceError("the C parser and the pure one")


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {key: _plain(value) for key, value in node.nodes.items()}
    return [_plain(value) for value in node.nodes]


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    return "" if value is None else str(value)


@cache
def _theme() -> Theme:
    return Theme(ROOT / "theme")


def _rendered(corpus: Corpus, found: Item, *, refused: bool) -> None:
    """What is accepted becomes a page; a body that is refused is converted all the same, unless it is too heavy."""
    if not convertible(found.body):
        return
    body = to_html(found.body)
    if wrong := [*harms(body), *unbalanced(body)]:
        raise DifferenceError(f"in the body: {wrong[:5]}")
    if refused:
        return
    portal = corpus.policy.portals[found.portal]
    _theme().render("item.html", item_facts(Index(corpus, portal, next(iter(portal.editions))), found))
