"""Relations of documents and their effect (CB-11).

What it checks: that what a document replaces or amends can be told (one document, issued before it, by a known unit); that a
document does not claim to be in force when another one replaced or amended it, or another state than its own dates give; and
that a document is not based on one that had expired when it was issued.
Why: citizens look up whether a document still holds; the old page must say so as clearly as the new one.
How to fix: correct the line that the finding names; where several documents have one number, add the day and the issuer, as
in "07/2011/QĐ-UBND ngày 03/6/2011 của Ủy ban nhân dân tỉnh Tuyên Quang".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.document_number import parse_number, plain
from congbo.facts.effect import Effect, EffectState, effect_of
from congbo.facts.relations import (
    AMENDS,
    BASED_ON,
    ISSUED,
    NUMBER,
    REPLACES,
    Documents,
    bases,
    cited,
    is_about,
    texts_of,
    unit_named,
)
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.policy import Policy

RULE = "CB-11"
CHECK = "document_relations"
STATE = "tinh_trang_hieu_luc"
END = "ngay_het_hieu_luc"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each relation that cannot be told, and each state that the documents together contradict."""
    documents = Documents.of(corpus.items)
    for item in corpus.items:
        if isinstance(item.fields.get(NUMBER), str):
            among = documents[item.portal, item.lang]
            for name in (REPLACES, AMENDS):
                for text in texts_of(item, name):
                    yield from _relation(corpus, among, item, name, text)
            yield from _bases(corpus, among, item)
            yield from _state(corpus, among, item)


def shows(_: Policy, item: Item) -> Iterator[str]:
    """Yield the item's number, and those that it replaces or amends: under these it concerns other documents."""
    if isinstance(item.fields.get(NUMBER), str):
        yield _name(item, plain(str(item.fields[NUMBER])))
        yield from (_name(item, cited(text).number) for name in (REPLACES, AMENDS) for text in texts_of(item, name))


def asks(_: Policy, item: Item) -> Iterator[str]:
    """Yield the numbers on which the document is based."""
    if isinstance(item.fields.get(NUMBER), str):
        yield from (_name(item, one.number) for one in bases(item))


def _name(item: Item, number: str) -> str:
    return f"number:{item.portal}:{item.lang}:{number}"


def _relation(corpus: Corpus, among: Documents, item: Item, name: str, text: str) -> Iterator[Finding]:
    one, units, place = cited(text), corpus.policy.units, item.place(name)
    if parse_number(one.number) is None:
        yield house_finding(RULE, CHECK, place, "document_relations.shape", Severity.WARNING, text=text)
        return
    if one.issuer and unit_named(units, one.issuer) is None:
        yield house_finding(RULE, CHECK, place, "document_relations.issuer", issuer=one.issuer)
        return
    known = among.named(one, item, units)
    earlier = [other for other in known if _issued(other) <= _issued(item)]
    if not known and is_about(one, item, item, units):
        yield house_finding(RULE, CHECK, place, "document_relations.itself", number=one.number)
    elif known and not earlier:
        yield house_finding(RULE, CHECK, place, "document_relations.later", number=one.number, other=known[0].path)
    elif len(earlier) > 1:
        paths = [other.path for other in earlier]
        yield house_finding(RULE, CHECK, place, "document_relations.ambiguous", number=one.number, others=paths)


def _bases(corpus: Corpus, among: Documents, item: Item) -> Iterator[Finding]:
    """What a document names among its bases it names without an issuer: only a number that no other here has counts."""
    for one in bases(item):
        known = [other for other in among.by_number.get(one.number, ()) if other is not item]
        state = _effect(corpus, among, known[0], _issued(item)) if len(known) == 1 else None
        if state and state.until and state.until <= _issued(item):
            words = {"number": one.number, "day": state.until}
            yield house_finding(
                RULE, CHECK, item.place(BASED_ON), "document_relations.basis", Severity.WARNING, **words
            )


def _state(corpus: Corpus, among: Documents, item: Item) -> Iterator[Finding]:
    """Compare what the document says of itself with what its dates and the other documents say."""
    declared = item.fields.get(STATE)
    found = _effect(corpus, among, item, corpus.today)
    if not found:
        return
    if found.replaced_by and declared in (Effect.IN_FORCE, Effect.PARTLY, Effect.NOT_YET):
        yield _contradicted(item, "replaced", found.replaced_by, Effect.EXPIRED)
    elif found.amended_by and declared == Effect.IN_FORCE:
        yield _contradicted(item, "amended", found.amended_by, Effect.PARTLY)
    elif declared and (by_dates := _by_dates(item, found, corpus.today)) not in (None, declared):
        words = {"declared": _word(corpus, str(declared)), "state": _word(corpus, str(by_dates)), "id": by_dates}
        yield house_finding(RULE, CHECK, item.place(STATE), "document_relations.dates", Severity.WARNING, **words)
    stated = item.fields.get(END)
    if found.replaced_by and isinstance(stated, date) and found.until and found.until < stated:
        words = {"stated": stated, "until": found.until, "numbers": found.replaced_by}
        yield house_finding(RULE, CHECK, item.place(END), "document_relations.end", Severity.WARNING, **words)


def _contradicted(item: Item, key: str, numbers: tuple[str, ...], state: Effect) -> Finding:
    words = {"numbers": numbers, "id": str(state)}
    return house_finding(RULE, CHECK, item.place(STATE), f"document_relations.{key}", **words)


def _by_dates(item: Item, found: EffectState, today: date) -> Effect | None:
    """Return the state that the document's own dates leave no doubt about; None where it may be one or the other."""
    end = item.fields.get(END)
    if isinstance(end, date):
        expired = end <= today
        if expired or item.fields.get(STATE) == Effect.EXPIRED:
            return Effect.EXPIRED if expired else Effect.IN_FORCE
    if found.from_ and today < found.from_:
        return Effect.NOT_YET
    return Effect.IN_FORCE if item.fields.get(STATE) == Effect.NOT_YET else None


def _effect(corpus: Corpus, among: Documents, item: Item, on: date) -> EffectState | None:
    return effect_of(item, on, among.naming.get(plain(str(item.fields[NUMBER])), ()), corpus.policy.units)


def _issued(item: Item) -> date:
    day = item.fields.get(ISSUED)
    return day if isinstance(day, date) else date.max


def _word(corpus: Corpus, state: str) -> object:
    field = corpus.policy.types.fields[STATE]
    term = corpus.policy.vocabularies[field.vocabulary].get(state)
    return term.name if term else state
