"""A change as its base sees it: the repository as it would be after the merge, and what the change itself brings about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from congbo.attached import Inspection
from congbo.facts.corpus import CONTENT, Corpus, load_corpus
from congbo.facts.merged import Merged, Only
from congbo.finding import Finding
from congbo.frozen import replace
from congbo.history import FileHistory, History
from congbo.tree import Tree


def after(base: Corpus, change: Tree, touched: frozenset[str], commit: str) -> Corpus:
    """Return the corpus after the merge: content as the change leaves it, policies and publications those of the base.

    What the base does not hold yet is a draft, whenever it was committed elsewhere: it becomes public by the merge.
    """
    content = frozenset(path for path in touched if path.startswith(f"{CONTENT}/"))
    tree = Merged(base.tree, change, content)
    new = load_corpus(Only(tree, content), base.policy, base.today)
    readings = [*(reading for reading in base.readings if reading.path not in content), *new.readings]
    merged = replace(
        base,
        readings=tuple(sorted(readings, key=lambda reading: reading.path)),
        files=(base.files - content) | new.files,
        tree=tree,
        history=base.history,
        before=base,
    )
    return replace(merged, history=_history(base, merged, content, commit))


def looked_into(before: Corpus, now: Corpus, touched: frozenset[str]) -> None:
    """Hand on what was found in attached files that the change leaves alone: only their bytes decide about it."""
    for (fact, path), found in before.noted.items():
        if isinstance(found, Inspection) and path not in touched:
            now.noted[fact, path] = found


def _history(base: Corpus, merged: Corpus, touched: frozenset[str], commit: str) -> History:
    kept = {path: known for path, known in base.history.files.items() if path not in touched or merged.tree.has(path)}
    return History(commit, kept | dict(_moved(base, merged)), touched)


def _moved(base: Corpus, merged: Corpus) -> Iterator[tuple[str, FileHistory]]:
    """An item keeps its first day where it has moved: its permanent id tells."""
    for item in merged.items:
        source = base.by_id.get(item.id)
        if source and item.path not in base.by_path and source.path not in merged.by_path:
            known = base.history.files.get(source.path)
            if known:
                yield item.path, known._replace(earlier_paths=(*known.earlier_paths, source.path))


def brought(before: Sequence[Finding], now: Sequence[Finding], touched: frozenset[str]) -> tuple[Finding, ...]:
    """Return the findings that are the change's: all in files that it touches, elsewhere those that the base had not."""
    known = Counter(map(_same, before))
    return tuple(finding for finding in now if _is_new(finding, known) or finding.place.path in touched)


def _is_new(finding: Finding, known: Counter[tuple[str, ...]]) -> bool:
    """Strike a finding off those of the base; one that cannot be struck off is new."""
    known[_same(finding)] -= 1
    return known[_same(finding)] < 0


def _same(finding: Finding) -> tuple[str, ...]:
    """What stays when lines are moved."""
    return (finding.rule, finding.check, finding.place.path, finding.message.key, repr(finding.message.params))
