"""``congbo scheduled``: what waits for its moment, what was stopped, and what should be public by now and is not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from congbo.checks.judge import judge
from congbo.clock import moment
from congbo.commands.common import language_of, load, out, parser
from congbo.commands.targets import GRACE, link_of, live_items, target_of
from congbo.dates import day_of
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.facts.corpus import Corpus
from congbo.facts.schedule import Scheduled, missed, scheduled
from congbo.finding import Severity
from congbo.frozen import replace
from congbo.locale import catalogue, sentence
from congbo.message import say


def main(argv: Sequence[str]) -> int:
    """Print the schedule; exit 1 if an item missed its moment, or would not be lawful at it."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("scheduled", lang)
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--grace", type=int, default=GRACE, metavar="N", help=words["scheduled.option.grace"])
    parse.add_argument("--format", choices=("text", "json"), default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    if args.grace < 0:
        raise refuse("scheduled.grace", value=args.grace)
    at = moment(args.today, args.at)
    root, read = load(args.root, day_of(at))
    corpus = replace(read, at=at)
    live = live_items(link_of(root, target_of(corpus.policy, args.target)))
    late = missed(corpus, corpus.items, lambda item: item.id in live, args.grace)
    unlawful = _unlawful(corpus, scheduled(corpus))
    rows = [(one, one.stage) for one in scheduled(corpus)] + [(one, "missed") for one in late]
    if args.format == "json":
        out(
            json.dumps({"scheduled": [_row(one, how, unlawful) for one, how in rows]}, ensure_ascii=False, indent=1)
            + "\n"
        )
    else:
        out("".join(f"{line}\n" for line in _lines(rows, unlawful, lang)))
    return REFUSED if late or unlawful else CLEAN


def _unlawful(corpus: Corpus, waiting: Sequence[Scheduled]) -> Mapping[str, int]:
    """How many errors each waiting item has as of its own moment: what was lawful when it was approved may not be then."""
    found: dict[str, int] = {}
    for one in waiting:
        if one.stage == "waits":
            then = replace(corpus, at=one.moment, today=day_of(one.moment))
            errors = [f for f in judge(then, [one.item.portal], [one.item.path]) if f.severity is Severity.ERROR]
            if errors:
                found[one.item.id] = len(errors)
    return found


def _row(one: Scheduled, how: str, unlawful: Mapping[str, int]) -> dict[str, object]:
    return {
        "id": one.item.id,
        "title": one.item.title,
        "path": one.item.path,
        "publish_at": one.moment.isoformat(),
        "state": how,
        "errors": unlawful.get(one.item.id, 0),
    }


def _lines(rows: Sequence[tuple[Scheduled, str]], unlawful: Mapping[str, int], lang: str) -> list[str]:
    if not rows:
        return [sentence(say("scheduled.none"), lang)]
    lines = []
    for one, how in rows:
        params = {"title": one.item.title, "moment": one.moment, "path": one.item.path}
        lines.append(sentence(say(f"scheduled.{how}", **params), lang))
        if count := unlawful.get(one.item.id):
            lines.append("  " + sentence(say("scheduled.unlawful", count=count, path=one.item.path), lang))
    return lines
