"""A board that has lost everybody who could sign, and the sealed root key that helps once."""

from datetime import date

from congbo.frozen import replace
from support.gate import policy
from support.journeys import CHECKER, CLERK, HEAD, with_board, with_holder, with_keys, with_procedures
from support.rescues import BOARD, KEYS, PEOPLE, ROOT, orphaned, rescue

GRANTED = ("granted",)
QN_BOARD = "policies/boards/qn.yml"
AFTER_QN = with_holder("qn", "qn-truong-ban", decision="9/QĐ")


def terms_over():
    """Everybody has a key, and nobody a term."""

    def ended(board):
        return replace(board, holders=tuple(replace(one, until=date(2026, 10, 31)) for one in board.holders))

    return with_board("dl", ended)


def only(*people: str):
    return with_keys(lambda key: key if key.person in people or not key.person.startswith("dl-") else None)


def beside_others():
    """Two boards are concerned: the root key stands in for the one that is lost, the other decides itself."""
    story = rescue(BOARD, QN_BOARD, after=AFTER_QN)
    reviewed = story.decided("xem_xet", "qn-uy-vien-noi-vu", board="qn", procedure="phan_cong")
    return reviewed.decided("phe_duyet", "qn-pho-ban-tttt", board="qn", procedure="phan_cong")


HONEST = {
    "the root key names a board": (rescue().merged(), GRANTED),
    "the root key lets in keys": (rescue(KEYS, PEOPLE, BOARD, rules=orphaned(), after=policy()).merged(), GRANTED),
    "every term is over": (rescue(rules=terms_over()), GRANTED),
    "one is left where two are needed": (rescue(rules=only(HEAD)), GRANTED),
    "nobody is left who may approve": (rescue(rules=only(CHECKER, CLERK)), GRANTED),
    "no board has anybody left": (rescue(KEYS, rules=orphaned()), GRANTED),
    "no procedure says who names the board": (
        rescue(
            rules=with_procedures("DL", lambda known: {k: v for k, v in known.items() if k != "nhan_su"}),
            after=with_procedures("DL", lambda known: {k: v for k, v in known.items() if k != "nhan_su"}),
        ),
        GRANTED,
    ),
    "beside a board that decides itself": (beside_others().merged(), GRANTED),
    "without a server's word": (
        rescue().but(records=tuple(replace(one, arrived=None, number=-1) for one in rescue().change.records)),
        GRANTED,
    ),
    "no root key has spoken where everybody is left": (
        rescue(rules=policy()).but(records=(), root=ROOT),
        ("missing", "xem_xet", "phe_duyet"),
    ),
}
