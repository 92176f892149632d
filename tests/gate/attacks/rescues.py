"""The sealed root key: where others are left who could sign, a second time, or for more than it is for."""

from datetime import UTC, date, datetime, timedelta

from support.gate import fingerprint_of, policy
from support.journeys import (
    AUTHOR,
    CHECKER,
    DEPUTY,
    HEAD,
    checked,
    with_holder,
    with_keys,
    with_new_holder,
    without_holders,
)
from support.rescues import BOARD, KEYS, ROOT, orphaned, rescue

REFUSAL = {"ly_do": "Không."}
QN_BOARD = "policies/boards/qn.yml"
ONE_LEFT = with_keys(lambda key: key if key.person == HEAD or not key.person.startswith("dl-") else None)


def signed_anyway():
    """The root key has spoken where it need not have, and then all who are competent decide as well."""
    story = rescue(rules=policy(), after=with_holder("dl", HEAD, decision="02/QĐ"))
    reviewed = story.decided("xem_xet", CHECKER, procedure="nhan_su")
    return reviewed.decided("phe_duyet", DEPUTY, procedure="nhan_su")


ATTACKS = {
    "approves news": (
        checked().but(root=ROOT).decided("phe_duyet", HEAD, record={"fingerprint": ROOT}),
        ("refused", "key.purpose", "recovery.other", "recovery.scope", "recovery.not_lost"),
    ),
    "approves news of a board that has nobody left": (
        checked()
        .under(keys=orphaned().keys)
        .but(root=ROOT, records=())
        .decided("recovery", HEAD, record={"fingerprint": ROOT}, procedure="recovery"),
        ("refused", "recovery.scope", "recovery.incomplete"),
    ),
    "signs an ordinary step of governance": (
        rescue(step="phe_duyet"),
        ("refused", "key.purpose", "recovery.other"),
    ),
    "a second time": (rescue().but(recovered=True), ("refused", "recovery.used")),
    "for news": (
        checked().but(root=ROOT).decided("recovery", HEAD, record={"fingerprint": ROOT}),
        ("refused", "recovery.scope", "recovery.not_lost"),
    ),
    "for a board and news at once": (
        rescue(BOARD, "content/dl/tin-tuc/2026/anh.png"),
        ("refused", "recovery.scope"),
    ),
    "for a regulation": (rescue("policies/regulations/dl/board.yml"), ("refused", "recovery.scope")),
    "while all are in office": (rescue(rules=policy()), ("refused", "recovery.not_lost")),
    "while all are in office, and they decide too": (signed_anyway(), ("refused", "recovery.not_lost")),
    "while just enough are in office": (
        rescue(
            rules=with_keys(
                lambda key: key if key.person in (CHECKER, HEAD, "dl-van-phong") or key.person[:2] != "dl" else None
            )
        ),
        ("refused", "recovery.not_lost"),
    ),
    "for the board of another portal that has everybody": (rescue(QN_BOARD), ("refused", "recovery.not_lost")),
    "for a lost board and, beside it, one that has everybody": (
        rescue(BOARD, QN_BOARD, after=with_holder("qn", "qn-truong-ban", decision="9/QĐ")),
        ("missing", "xem_xet", "phe_duyet"),
    ),
    "leaves nobody who could sign": (rescue(after=orphaned("dl")), ("refused", "recovery.incomplete")),
    "leaves one who could sign, where two are needed": (rescue(after=ONE_LEFT), ("refused", "recovery.incomplete")),
    "names a holder without a decision": (
        rescue(after=with_new_holder("dl", "dl-moi", "pho_ban", decision="")),
        ("refused", "holder.decision"),
    ),
    "locks a board that has everybody": (
        rescue(after=without_holders("qn", *(one.id for one in policy().boards["qn"].holders))),
        ("refused", "policy.locks"),
    ),
    "for another head": (rescue(head="e" * 40), ("refused", "recovery.other")),
    "for another content": (rescue(change="e" * 64), ("refused", "recovery.other")),
    "and then another head is pushed": (rescue().pushed(AUTHOR), ("refused", "recovery.other")),
    "refuses": (rescue(decision="refuse", answers=REFUSAL), ("refused", "recovery.other")),
    "in the name of nobody": (rescue(by="ai-do"), ("refused", "person.unknown", "recovery.other")),
    "forged": (rescue(key=""), ("refused", "record.signature")),
    "by an ordinary key": (rescue(key=fingerprint_of(HEAD)), ("refused", "key.purpose")),
    "by an ordinary key, while all are in office": (
        rescue(KEYS, key=fingerprint_of(HEAD), rules=policy()),
        ("refused", "key.purpose"),
    ),
    "without a root": (rescue(key=fingerprint_of(HEAD)).but(root=""), ("refused", "key.purpose")),
    "without a root, by nobody's key": (rescue(key="").but(root=""), ("refused", "record.signature")),
    "by a key that was the root's name only": (rescue().but(root="SHA256:khac"), ("refused", "key.purpose")),
    "merged by hand": (rescue().merged(conflict=True), ("refused", "merge.conflict")),
    "expired": (rescue(expires=datetime(2026, 11, 1, tzinfo=UTC)), ("refused", "recovery.other")),
    "expired before the merge": (rescue().after(days=31), ("refused", "recovery.other")),
    "dated ahead": (
        rescue(issued=datetime(2026, 11, 2, 1, 0, tzinfo=UTC) + timedelta(days=2)),
        ("refused", "recovery.other"),
    ),
    "in a commit of somebody unknown": (
        rescue().pushed("ai-do", mails=("ai-do@kiem-thu.example",) * 2),
        ("refused", "recovery.other", "commit.stranger", "pusher.stranger"),
    ),
    "once the next term has begun": (
        rescue(rules=with_holder("dl", HEAD, base=policy(), from_=date(2026, 11, 2))),
        ("refused", "recovery.not_lost"),
    ),
}
