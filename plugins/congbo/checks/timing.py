"""What the checks of time share: thresholds that the portal has to set itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.force import owes
from congbo.facts.limits import WRITTEN_IN, decided, suggested
from congbo.facts.severity import is_local
from congbo.facts.time_words import decision_words, limit_words, written
from congbo.finding import Finding, Severity
from congbo.message import Message, say


def not_decided(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield one info for a rule without a figure of its own to which the portal has set none, today."""
    today, rule = corpus.today, ruled.rule
    if not is_local(rule) or decided(ruled.portal, ruled.clause.id, rule, today):
        return
    if owes(corpus.policy, ruled.portal, ruled.regulation, ruled.clause, today):
        figure = suggested(rule)
        key = "local.not_decided" if figure else "local.not_decided_nor_suggested"
        words = {
            "clause": ruled.clause.id,
            "figure": limit_words(figure) if figure else "",
            "line": f"{WRITTEN_IN[rule.name]}: {written(figure) if figure else '…'}",
            "today": today.isoformat(),
        }
        place = ruled.portal.at("local")
        yield ruled.finding(place, say(key, **words), say(f"{key}.fix", **words), Severity.INFO)


def with_decision(corpus: Corpus, ruled: Ruled, on: date, said: Message) -> Message:
    """Return a sentence, followed by who set the figure that judges on a day where the regulation gives none."""
    local = decided(ruled.portal, ruled.clause.id, ruled.rule, on) if is_local(ruled.rule) else None
    return (
        say("local.said", said=said, decision=decision_words(corpus.policy, ruled.regulation.id, local))
        if local
        else said
    )
