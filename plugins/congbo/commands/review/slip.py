"""``congbo review slip``: the paper for whoever decides by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import REMOTE, asked, place, refreshed
from congbo.dates import day_of
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.facts.gate.model import Missing
from congbo.facts.gate.state import SUBMIT
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.place import Place
from congbo.review.code import code_of
from congbo.review.offers import turns
from congbo.review.slip import slip
from congbo.review.slip_pdf import slip_pdf
from congbo.review.view import row_of


def main(argv: Sequence[str]) -> int:
    """Write the slip of the step whose turn it is, and print where and with which code."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.slip", lang)
    parse.add_argument("change", nargs="?", default="", metavar="CHANGE", help=words["review.option.change"])
    parse.add_argument("--step", default="", metavar="STEP", help=words["review.option.step"])
    parse.add_argument("--out", type=Path, metavar="FILE", help=words["review.option.out"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--at", metavar="TIME", help=words["review.option.at"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    refreshed(where)
    about = asked(where, args.change)
    found = opened(about, now(args.at))
    made = slip(where.root, found.policy, found.change, _awaited(found, args.step), day_of(found.now), lang)
    file = args.out or Path(f"phieu-{found.change.id}.pdf")
    _write(file, slip_pdf(about.tree(about.tip), made, lang))
    out(sentence(say("slip.written", path=file, code=code_of(found.change.digest)), lang) + "\n")
    return CLEAN


def _awaited(found: Opened, step: str) -> Missing:
    """The step whose turn it is and that somebody signs. Raises CongboError if there is none, or several to choose from."""
    on = day_of(found.now)
    signed = [
        one
        for one in turns(found.verdict)
        if (row := row_of(found.policy, one.board, one.procedure, one.step, on)) and row.act != SUBMIT
    ]
    fitting = [one for one in signed if step in ("", one.step)]
    if not fitting:
        raise refuse("slip.nothing_waits", None, REFUSED)
    if len(fitting) > 1:
        raise refuse("slip.choose", None, REFUSED, choices=[f"--step {one.step}" for one in fitting])
    return fitting[0]


def _write(file: Path, data: bytes) -> None:
    try:
        with file.open("xb") as stream:
            stream.write(data)
    except FileExistsError as error:
        raise refuse("slip.exists", Place(str(file))) from error
    except OSError as error:
        raise refuse("slip.not_written", Place(str(file)), detail=error) from error
