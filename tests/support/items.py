"""Items and corpora by value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from congbo.facts.corpus import Corpus, load_corpus
from congbo.history import History
from congbo.item import Item
from congbo.item.address import parse_address
from congbo.item.model import Value
from support.trees import ValueTree, real_policy

TODAY = date(2026, 11, 22)


def item(
    path: str = "content/dl/van-ban-phuong/2019/901-qd-ubnd.md", type_: str = "van_ban", id_: str = "", **fields: Value
) -> Item:
    """Return an item of a path with the given fields."""
    address = parse_address(path)
    assert address is not None
    return Item(id_ or path, type_, "Tiêu đề", "Tóm tắt.", address, fields, {}, "Nội dung.", 7)


def corpus(files: Mapping[str, str] | None = None, today: date = TODAY, history: History | None = None) -> Corpus:
    """Return the corpus of some content files under the real policies."""
    tree = ValueTree({path: text.encode() for path, text in (files or {}).items()})
    return load_corpus(tree, real_policy(), today, history)
