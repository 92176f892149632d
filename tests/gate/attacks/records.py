"""Records that were altered, copied, left out, smuggled in or wiped away."""

from datetime import timedelta

from congbo.frozen import replace
from congbo.message import say
from support.gate import START, Story, nonce_of
from support.journeys import ADDED, CHANGED, CHECKER, CLERK, DELETED, HEAD, NEWS, approved, checked, ready, touched

FOLDER = "policies/approvals/2026/11/20261102-tin-moi-0a1b2c3d/"
MISNAMED = ("refused", "record.name")
OLD = "policies/approvals/2026/10/20261001-tin-cu-00000000/dl--phe_duyet--dl-truong-ban--00000000"


def own(*paths: str) -> Story:
    """A merge that brings further files into the change's folder."""
    story = ready().merged()
    assert story.change.merge
    return ready().merged(own=story.change.merge.own | set(paths))


def left_out(stem: str) -> Story:
    """A merge that leaves one of the records out."""
    story = ready().merged()
    assert story.change.merge
    return ready().merged(own=frozenset(path for path in story.change.merge.own if f"--{stem}--" not in path))


def alters(path: str, modes: tuple[str, str]) -> Story:
    """A change that touches a record itself."""
    story = Story.of(NEWS)
    return ready(story.but(touched=(*story.change.touched, touched(path, modes))).pushed("dl-tv-tu-phap")).merged()


def named(path: str) -> Story:
    """The last of the records lies elsewhere than its statement says."""
    return approved().decided("dang", CLERK, record={"path": path})


def of_a_forge(**said: object) -> Story:
    """A change of a forge: its records lie in the folder of the month in which the first was signed."""
    return checked(Story.of(NEWS).but(id="gh-12").pushed("dl-tv-tu-phap")).decided("phe_duyet", HEAD, **said)


ATTACKS = {
    "record under another person's name": (named(f"{FOLDER}dl--dang--dl-truong-ban--00000002.stmt"), MISNAMED),
    "record under another step": (named(f"{FOLDER}dl--phe_duyet--dl-van-phong--00000002.stmt"), MISNAMED),
    "record under another board": (named(f"{FOLDER}hd--dang--dl-van-phong--00000002.stmt"), MISNAMED),
    "record under another number": (named(f"{FOLDER}dl--dang--dl-van-phong--00000003.stmt"), MISNAMED),
    "record in the folder of another month": (
        named(f"{FOLDER.replace('/11/', '/12/')}dl--dang--dl-van-phong--00000002.stmt"),
        MISNAMED,
    ),
    "record of a forge's change in the folder of a later month": (
        of_a_forge(
            issued=START + timedelta(days=30),
            expires=START + timedelta(days=60),
            record={"path": "policies/approvals/2026/12/gh-12/dl--phe_duyet--dl-truong-ban--00000001.stmt"},
        ),
        MISNAMED,
    ),
    "record kept twice, once under another name": (
        approved().but(
            records=(
                *approved().change.records,
                replace(approved().change.records[-1], path=f"{FOLDER}dl--phe_duyet--dl-truong-ban--ffffffff.stmt"),
            )
        ),
        MISNAMED,
    ),
    "signed when the change grew from another commit": (
        approved().decided("dang", CLERK, base="c" * 40),
        ("refused", "record.base"),
    ),
    "everything signed while it grew from another commit": (
        ready().but(base="c" * 40).merged(),
        ("refused", "record.base", "record.base", "record.base"),
    ),
    "statement that cannot be read": (
        approved().decided("dang", CLERK, record={"statement": None, "fault": say("gate.record.unreadable", path="a")}),
        ("refused", "record.unreadable"),
    ),
    "statement that cannot be read and says nothing why": (
        approved().decided("dang", CLERK, record={"statement": None}),
        ("refused", "record.unreadable"),
    ),
    "statement edited after it was signed": (
        approved().decided("dang", CLERK, record={"fingerprint": ""}),
        ("refused", "record.signature"),
    ),
    "answers exchanged or missing": (
        approved().decided("dang", CLERK, record={"answers": None}),
        ("refused", "record.answers"),
    ),
    "nonce copied": (approved().decided("dang", CLERK, nonce=nonce_of(1)), ("refused", "record.nonce")),
    "the whole record copied under another name": (
        approved()
        .but(records=(*approved().change.records, approved().change.records[-1]))
        .decided("dang", CLERK, nonce="f" * 32),
        ("refused", "record.nonce"),
    ),
    "nonce copied from a record that is forged itself": (
        checked()
        .decided("phe_duyet", HEAD, nonce="a" * 32, record={"fingerprint": ""})
        .decided("dang", CLERK, nonce="a" * 32),
        ("refused", "record.signature", "record.nonce"),
    ),
    "a forged record beside good ones": (
        ready().decided("phe_duyet", HEAD, record={"fingerprint": "SHA256:la"}).merged(),
        ("refused", "key.unknown"),
    ),
    "a change adds a record": (alters(f"{FOLDER}dl--dang--x--00000000.stmt", ADDED), ("refused", "records.touched")),
    "a change alters a record": (alters(f"{OLD}.yml", CHANGED), ("refused", "records.touched")),
    "a change erases a record": (alters(f"{OLD}.stmt", DELETED), ("refused", "records.touched")),
    "merge smuggles in records of another change": (
        ready().merged(foreign=frozenset({f"{OLD}.stmt"})),
        ("refused", "records.smuggled"),
    ),
    "merge brings a stray file into the folder": (own(f"{FOLDER}ghi-chu.txt"), ("refused", "records.stray")),
    "merge brings a file in the shape of a record that is none": (
        own(f"{FOLDER}dl--dang--dl-van-phong--ffffffff.pdf"),
        ("refused", "records.stray"),
    ),
    "merge brings a program beside a record": (
        own(f"{FOLDER}dl--dang--dl-van-phong--00000002.html"),
        ("refused", "records.stray"),
    ),
    "merge leaves out a record that counts": (left_out("phe_duyet"), ("refused", "records.erased")),
    "merge leaves out a refusal that the server has": (
        ready().merged(
            known=frozenset({*(one.path.removesuffix(".stmt") for one in ready().change.records), f"{FOLDER}tu-choi"})
        ),
        ("refused", "records.erased"),
    ),
    "merge without any record": (
        ready().merged(own=frozenset()),
        ("refused", "records.erased", "records.erased", "records.erased"),
    ),
    "merge without records and without a server": (
        ready().merged(own=frozenset(), known=None),
        ("refused", "records.erased", "records.erased", "records.erased"),
    ),
    "records of a checker only": (checked().merged(), ("missing", "phe_duyet", "dang")),
    "the checker's record twice in place of the approval": (
        checked().decided("kiem_duyet", CHECKER).decided("dang", CLERK),
        ("refused", "step.order"),
    ),
}
