"""What ``build`` and ``publish`` answer: what was built, from which commit, for which day, and where it lies."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from congbo.commands.proving import told
from congbo.deploy.proof import Proof, document
from congbo.deploy.targets import Sent
from congbo.facts.corpus import Corpus
from congbo.facts.owing import Owed
from congbo.facts.schedule import Scheduled
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.site.built import Built


def text(
    corpus: Corpus,
    built: Sequence[Built],
    where: Path,
    lang: str,
    late: Sequence[Scheduled] = (),
    sent: Sent | None = None,
    proof: Proof | None = None,
) -> str:
    """Return the answer for a person: a line that counts, warnings (not committed, too late, owed), each front page."""
    pages = sum(len(one.files) for one in built)
    commit = corpus.history.commit[:12] or "-"
    lines = [sentence(say("build.done", portals=len(built), pages=pages, commit=commit, today=corpus.today), lang)]
    if corpus.history.changed:
        lines.append(sentence(say("build.uncommitted", count=len(corpus.history.changed)), lang))
    lines += [sentence(_late(corpus, one), lang) for one in late]
    lines += [sentence(_owed(one), lang) for one in corpus.owed if one.overdue(corpus.moment)]
    lines += [sentence(_travelled(sent), lang)] if sent else []
    lines += [sentence(told(proof), lang)] if proof else []
    lines.append(sentence(say("build.where", path=where), lang))
    lines += [f"  {front}" for front in _fronts(built, where)]
    return "\n".join(lines) + "\n"


def _travelled(sent: Sent) -> Message:
    key = "targets.sent" if sent.files or sent.gone else "targets.same"
    return say(key, where=sent.where, files=sent.files, gone=sent.gone)


def _late(corpus: Corpus, one: Scheduled) -> Message:
    minutes = int((corpus.moment - one.moment).total_seconds() // 60)
    return say("scheduled.late", title=one.item.title, moment=one.moment, minutes=minutes)


def _owed(one: Owed) -> Message:
    return say("review.owed_overdue", id=one.change, count=len(one.steps), steps=list(one.steps), due=one.due)


def for_programs(
    corpus: Corpus,
    built: Sequence[Built],
    where: Path,
    _: str,
    late: Sequence[Scheduled] = (),
    sent: Sent | None = None,
    proof: Proof | None = None,
) -> str:
    """Return the answer as one JSON document."""
    editions = [
        {"portal": one.portal, "edition": one.edition, "files": len(one.files), "front": front}
        for one, front in zip(built, _fronts(built, where), strict=True)
    ]
    answer = {
        "commit": corpus.history.commit or None,
        "uncommitted": len(corpus.history.changed),
        "today": corpus.today.isoformat(),
        "out": str(where),
        "missed": [{"id": one.item.id, "publish_at": one.moment.isoformat()} for one in late],
        "owed": [{"change": one.change, "steps": list(one.steps), "due": one.due.isoformat()} for one in corpus.owed],
        "sent": asdict(sent) if sent else None,
        "proof": document(proof) if proof else None,
        "editions": editions,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _fronts(built: Sequence[Built], where: Path) -> list[str]:
    return [str(where / one.portal / one.edition / "index.html") for one in built]


FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "json": for_programs}
