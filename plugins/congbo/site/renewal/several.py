"""Outputs worked out in as many processes as there are processors; the one that asked writes them, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from congbo.facts import addresses
from congbo.forked import in_pieces, of_batches
from congbo.site.index import Index
from congbo.site.kind import A_BATCH
from congbo.site.kinds import BY_NAME
from congbo.site.renewal.outputs import Output
from congbo.site.rests import Rests, rests_of
from congbo.site.trace import Trace
from congbo.tree import make_ready

WORTH_PROCESSES = 4 * A_BATCH

# Template, facts -> bytes.
Render = Callable[[str, Any], bytes]
# An output, what it rests on, its bytes, the id of the item that it comes from.
Made = tuple[Output, Rests, bytes, str | None]


def made_by_several(index: Index, render: Render, some: Iterable[Output]) -> Iterator[Made]:
    """Yield outputs, worked out now, in the order of their kinds and keys.

    Of as many as are worth processes, the rows of the edition must have been committed: other processes read them.
    """
    outputs = sorted(some, key=lambda one: (one.kind, one.key))
    batches = [
        batch
        for kind, alike in groupby(outputs, key=lambda one: one.kind)
        for batch in in_pieces(list(alike), BY_NAME[kind].a_batch)
    ]
    return of_batches(partial(_batch, index, render), batches, several=len(outputs) >= WORTH_PROCESSES)


def _batch(index: Index, render: Render, batch: Sequence[Output]) -> list[Made]:
    corpus = index.corpus
    items = [corpus.by_path[one.key[0]] for one in batch if BY_NAME[one.kind].of_item]
    corpus.history.ahead(item.path for item in items)
    make_ready(corpus.tree, [file for item in items for file in corpus.attachments(item)])
    return [_made(index, render, one) for one in batch]


def _made(index: Index, render: Render, one: Output) -> Made:
    kind = BY_NAME[one.kind]
    index.traces.append(Trace())
    facts = kind.facts(index, *one.key)
    data = render(kind.template, facts)
    rests = rests_of(f"{index.portal.id}/{index.edition}", index.traces.pop())
    source = index.corpus.by_path[one.key[0]].id if kind.sourced else None
    owner = one.key[0] if kind.of_item else ""
    return Output(one.kind, one.key, addresses.file_of(facts.url), owner), rests, data, source
