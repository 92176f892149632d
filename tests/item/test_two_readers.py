"""What is accepted is read alike by the checks, by the build, and by who asks for the body alone (design, principle 3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from congbo.facts.corpus import Corpus, load_corpus
from congbo.item import Item, front_matter, read_item
from congbo.site.markdown import to_html
from congbo.site.reader import ITEM, ItemReader
from congbo.tree import FolderTree
from support.documents import Document, documents
from support.trees import real_policy

PATH = "content/dl/van-ban-phuong/2019/901-qd-ubnd.md"
HEAD = b"---\nid: dl-1\ntype: tin_bai\ntitle: Tin\nsummary: Tin.\n"
SAID = {"id": "dl-1", "title": "Tin", "summary": "Tin."}
BOUNDED = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def plain(rest: bytes, body: str) -> Document:
    """Return a document of the plainest front matter, with what ends it."""
    return Document(HEAD + rest, "tin_bai", SAID, {}, body)


def in_the_checks(document: Document) -> Item:
    """Return the item as the checks read it; its faults fail the test."""
    reading = read_item(document.data, PATH, real_policy())
    assert reading.faults == ()
    assert reading.item is not None
    return reading.item


def on_disk(root: Path, data: bytes) -> Corpus:
    """Return the corpus of a folder that holds the file alone, as a build loads it."""
    file = root / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return load_corpus(FolderTree(root), real_policy(), date(2026, 11, 22))


@BOUNDED
@given(document=documents())
@example(document=plain(b"---", ""))
@example(document=plain(b"---\n", ""))
@example(document=plain(b"---\n---\n", "---"))
@example(document=plain(b"---\n---\nid: khac\n---\n", "---\nid: khac\n---"))
@example(document=plain(b"---\n\n \n\xc2\xa0M\xe1\xbb\x99t\n---\n```\n---\n```\n\n", "Một\n---\n```\n---\n```"))
def test_everybody_reads_what_was_written(document: Document) -> None:
    item = in_the_checks(document)
    assert {key: getattr(item, key) for key in document.house} == document.house
    assert (item.type, dict(item.fields), item.body) == (document.type, document.fields, document.body)
    assert front_matter.body(document.data, PATH) == document.body


@BOUNDED
@given(document=documents())
@example(document=plain(b"---", ""))
@example(document=plain(b"---\n---\nid: khac\n---\n", "---\nid: khac\n---"))
def test_the_build_reads_what_the_checks_read(document: Document, tmp_path: Path) -> None:
    corpus = on_disk(tmp_path, document.data)
    reader = ItemReader({"CONGBO_CORPUS": corpus, "CONGBO_ROOT": str(tmp_path)})
    html, metadata = reader.read(str(tmp_path / PATH))
    item = in_the_checks(document)
    assert metadata[ITEM] == item
    assert list(metadata[ITEM].fields) == list(item.fields)
    assert (metadata["title"], metadata["summary"]) == (document.house["title"], document.house["summary"])
    assert metadata["tags"] == list(document.house.get("tags", ()))
    assert html == to_html(document.body)


@BOUNDED
@given(document=documents())
def test_the_body_begins_on_the_line_that_is_said(document: Document) -> None:
    item = in_the_checks(document)
    lines = document.data.decode().replace("\r\n", "\n").split("\n")
    first = item.body.split("\n", 1)[0]
    assert not first or lines[item.body_line - 1].strip() == first.strip()


@pytest.mark.parametrize("data", [b"", b"---\n", HEAD, HEAD + b"--- \nx", HEAD + b"---\r\nx\ry"])
def test_what_the_checks_refuse_the_build_refuses(data: bytes, tmp_path: Path) -> None:
    assert read_item(data, PATH, real_policy()).faults
    reader = ItemReader({"CONGBO_CORPUS": on_disk(tmp_path, data), "CONGBO_ROOT": str(tmp_path)})
    with pytest.raises(ValueError, match="901-qd-ubnd"):
        reader.read(str(tmp_path / PATH))
