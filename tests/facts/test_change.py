"""The repository as a change would leave it, and which findings are the change's own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from congbo.dates import VIETNAM
from congbo.facts.change import after, brought
from congbo.facts.corpus import Corpus
from congbo.facts.merged import Merged, Only
from congbo.finding import Finding, Severity
from congbo.history import FileHistory, History
from congbo.message import say
from congbo.place import Place
from support.items import corpus
from support.trees import ValueTree

FOLDER = "content/dl/tin-tuc-su-kien"
OLD, NEW = f"{FOLDER}/2019/cu.md", f"{FOLDER}/2026/moi.md"
LONG_AGO = datetime(2019, 5, 6, 8, tzinfo=VIETNAM)


def item(id_: str = "dl-2019-0001") -> str:
    return f"---\nid: {id_}\ntype: tin_bai\ntitle: Tin\nsummary: Tin.\n---\nNội dung.\n"


def base(*paths: str, **files: str) -> Corpus:
    known = {path: FileHistory(LONG_AGO, LONG_AGO, ("a",), changes=(LONG_AGO,)) for path in paths}
    return corpus({path: item() for path in paths} | files, history=History("b" * 40, known))


def changed(before: Corpus, files: dict[str, str], *touched: str) -> Corpus:
    return after(before, ValueTree({path: text.encode() for path, text in files.items()}), frozenset(touched), "c" * 40)


def test_files_that_the_change_leaves_alone_are_those_of_the_base() -> None:
    now = changed(base(OLD), {OLD: "anything", NEW: item("dl-2026-0002")}, NEW)
    assert [reading.path for reading in now.readings] == [OLD, NEW]
    assert now.tree.read(OLD).decode() == item()
    assert now.tree.has(NEW)
    assert now.history.commit == "c" * 40


def test_the_policies_are_those_of_the_base() -> None:
    before = base(OLD)
    now = changed(before, {"policies/types.yml": "weaker"}, "policies/types.yml")
    assert now.policy is before.policy
    assert not now.tree.has("policies/types.yml")


def test_a_deleted_file_is_gone_with_its_history() -> None:
    now = changed(base(OLD), {}, OLD)
    assert now.readings == ()
    assert now.history.files == {}


def test_an_altered_item_keeps_its_first_day() -> None:
    now = changed(base(OLD), {OLD: item() + "thêm\n"}, OLD)
    assert now.published(now.items[0]) == LONG_AGO


def test_a_new_item_is_a_draft() -> None:
    now = changed(base(OLD), {OLD: item(), NEW: item("dl-2026-0002")}, NEW)
    assert now.published(now.by_path[NEW]) is None


def test_a_moved_item_keeps_its_first_day_and_its_old_address() -> None:
    now = changed(base(OLD), {NEW: item()}, OLD, NEW)
    assert now.published(now.by_path[NEW]) == LONG_AGO
    assert now.history.earlier_paths(NEW) == (OLD,)


def test_a_copy_beside_the_item_inherits_nothing() -> None:
    now = changed(base(OLD), {OLD: item(), NEW: item()}, NEW)
    assert now.published(now.by_path[NEW]) is None


def test_another_item_in_the_place_of_a_deleted_one_inherits_nothing() -> None:
    now = changed(base(OLD), {NEW: item("dl-2026-0002")}, OLD, NEW)
    assert now.published(now.by_path[NEW]) is None


def test_attachments_come_and_go() -> None:
    kept, gone, new = (f"{OLD.removesuffix('.md')}/{name}.pdf" for name in "abc")
    before = base(OLD, **{kept: "k", gone: "g"})
    now = changed(before, {kept: "k", new: "n"}, gone, new)
    assert now.files == {kept, new}


# ---- findings


def finding(path: str = OLD, line: int = 1, key: str = "duplicate_id", **params: Any) -> Finding:
    return Finding("CB-5", "duplicate_id", Severity.ERROR, Place(path, line), say(key, **params), say(f"{key}.fix"))


def test_what_the_base_had_is_not_the_changes() -> None:
    assert brought([finding()], [finding(line=9)], frozenset()) == ()


def test_in_touched_files_everything_is_the_changes() -> None:
    assert brought([finding()], [finding()], frozenset([OLD])) == (finding(),)


def test_elsewhere_only_what_is_new() -> None:
    worse = finding(id="x")
    assert brought([finding()], [finding(), worse], frozenset()) == (worse,)
    assert brought([], [finding(NEW)], frozenset([OLD])) == (finding(NEW),)


def test_a_second_fault_of_one_kind_in_a_file_is_new() -> None:
    assert brought([finding()], [finding(), finding(line=2)], frozenset()) == (finding(line=2),)


# ---- trees


def test_a_part_of_a_tree_lists_that_part() -> None:
    part = Only(ValueTree({"a/b": b"1", "a/c": b"2"}), frozenset(["a/c", "a/d"]))
    assert part.paths("a") == ["a/c"]
    assert part.read("a/b") == b"1"


def test_a_merged_tree_takes_touched_files_from_the_change_alone() -> None:
    tree = Merged(
        ValueTree({"a/b": b"1", "a/c": b"2"}), ValueTree({"a/b": b"x", "a/d": b"3"}), frozenset(["a/c", "a/d"])
    )
    assert tree.paths("a") == ["a/b", "a/d"]
    assert (tree.read("a/b"), tree.read("a/d")) == (b"1", b"3")
    assert (tree.has("a/b"), tree.has("a/c")) == (True, False)
