"""One pair of eyes that wants to pass for two."""

import unicodedata

from congbo.frozen import replace
from congbo.policy.people import Machine, People
from support.gate import Story, mail, news, policy
from support.items import item
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    HEAD,
    MEMBER,
    NEWS,
    PLACE,
    checked,
    drafted,
    governing,
    hd,
    hd_cleared,
    hd_verified,
    ht,
    ht_checked,
    making,
    qn,
    tq,
    with_delegation,
    with_holder,
    with_new_holder,
    with_step,
)

AUTHOR_MAY_NOT = ("refused", "four_eyes.author")
STEP_MAY_NOT = ("refused", "four_eyes.step")
SUBJECT_MAY_NOT = ("refused", "four_eyes.subject")
B, C = "content/dl/tin-tuc/2026/b.md", "content/dl/tin-tuc/2026/c.md"
STRANGE = "ai-do@khac.example"
HAU = "hậu@kiem-thu.example"


def with_mail(person: str, mail_: str) -> People:
    """The list of people in which somebody has one e-mail more."""
    known = policy().people.people
    return People(tuple(replace(one, emails=(*one.emails, mail_)) if one.id == person else one for one in known))


def signed(*mails: str, by: str = AUTHOR, approver: str = MEMBER) -> Story:
    """A commit under some e-mails, approved by somebody."""
    return checked(Story.of(NEWS).pushed(by, mails=(mails[0], mails[-1]))).decided("phe_duyet", approver)


def written(*authors: object, approver: str = MEMBER, path: str = NEWS) -> Story:
    """An item that names its authors, approved by somebody."""
    pages = {path: item(path, "tin_bai", tac_gia=authors if len(authors) > 1 else authors[0])}
    return checked(Story.of(items=pages).pushed(AUTHOR)).decided("phe_duyet", approver)


def two_offices() -> Story:
    """The member is the same human being as the author."""
    story = Story.of(NEWS, rules=with_holder("dl", MEMBER, principal=AUTHOR)).pushed(AUTHOR)
    return checked(story).decided("phe_duyet", AUTHOR, "thanh_vien")


def three_items() -> Story:
    pages = {path: news(path) for path in (NEWS, B)} | {C: item(C, "tin_bai", tac_gia=("dl-ctv-y-te", MEMBER))}
    return checked(Story.of(items=pages).pushed(AUTHOR)).decided("phe_duyet", MEMBER)


ATTACKS = {
    "the author approves": (checked().decided("phe_duyet", AUTHOR), AUTHOR_MAY_NOT),
    "the author's e-mail in capitals": (signed(mail(MEMBER).upper()), AUTHOR_MAY_NOT),
    "the author's e-mail half in capitals": (signed(mail(MEMBER).title()), AUTHOR_MAY_NOT),
    "the author's e-mail with letters taken apart": (
        signed(unicodedata.normalize("NFD", HAU)).under(people=with_mail(MEMBER, HAU)),
        AUTHOR_MAY_NOT,
    ),
    "the author's e-mail with letters taken apart and in capitals": (
        signed(unicodedata.normalize("NFD", HAU.upper())).under(people=with_mail(MEMBER, HAU)),
        AUTHOR_MAY_NOT,
    ),
    "approver is only the committer": (signed(mail(AUTHOR), mail(MEMBER)), AUTHOR_MAY_NOT),
    "approver is only the author of a commit": (signed(mail(MEMBER), mail(AUTHOR)), AUTHOR_MAY_NOT),
    "approver is only the pusher": (signed(mail(AUTHOR), by=MEMBER), AUTHOR_MAY_NOT),
    "approver wrote one commit of three": (
        checked(
            Story.of(NEWS).pushed(AUTHOR).pushed(AUTHOR, mails=(mail(MEMBER), mail(AUTHOR))).pushed(AUTHOR)
        ).decided("phe_duyet", MEMBER),
        AUTHOR_MAY_NOT,
    ),
    "approver pushed the first head": (
        checked(drafted(by=MEMBER).pushed(AUTHOR)).decided("phe_duyet", MEMBER),
        AUTHOR_MAY_NOT,
    ),
    "approver pushed the second head": (checked(drafted().pushed(MEMBER)).decided("phe_duyet", MEMBER), AUTHOR_MAY_NOT),
    "approver pushes while editing and then publishes": (
        Story.of(
            "content/qn/tin-tuc/2026/a.md", rules=with_delegation("qn", taker="qn-uy-vien-tu-phap", steps=("xuat_ban",))
        )
        .pushed("qn-phong-vien-1")
        .pushed("qn-uy-vien-tu-phap")
        .decided("bien_tap", "qn-uy-vien-tu-phap")
        .decided("xuat_ban", "qn-uy-vien-tu-phap", behalf="uq-1"),
        AUTHOR_MAY_NOT,
    ),
    "item names the approver's id as author": (written(MEMBER), AUTHOR_MAY_NOT),
    "item names the approver's office as author": (
        written("Công chức lao động - thương binh và xã hội"),
        AUTHOR_MAY_NOT,
    ),
    "item names the approver among several authors": (written("Nguyễn Văn A", MEMBER), AUTHOR_MAY_NOT),
    "item names another office of the approver": (
        Story.of(
            items={NEWS: item(NEWS, "tin_bai", tac_gia="dl-hai-vai")},
            rules=with_new_holder("dl", "dl-hai-vai", "cong_tac_vien", principal=MEMBER),
        )
        .pushed(AUTHOR)
        .decided("kiem_duyet", CHECKER)
        .decided("phe_duyet", MEMBER, "thanh_vien"),
        AUTHOR_MAY_NOT,
    ),
    "co-author of one of three items": (three_items(), AUTHOR_MAY_NOT),
    "two holders that are one human being": (two_offices(), AUTHOR_MAY_NOT),
    "same person looks first and approves": (
        Story.of(NEWS, rules=with_new_holder("dl", "dl-hai-vai", "thanh_vien", principal=CHECKER))
        .pushed(AUTHOR)
        .decided("kiem_duyet", CHECKER, "pho_ban_thuong_truc")
        .decided("phe_duyet", CHECKER, "thanh_vien"),
        STEP_MAY_NOT,
    ),
    "same person looks first and approves governance": (
        Story.of(
            "policies/hosts.yml", items={}, rules=with_new_holder("dl", "dl-hai-vai", "truong_ban", principal=CHECKER)
        )
        .pushed(CLERK)
        .decided("xem_xet", CHECKER, "pho_ban_thuong_truc", procedure="tep_quan_tri")
        .decided("phe_duyet", CHECKER, "truong_ban", procedure="tep_quan_tri"),
        STEP_MAY_NOT,
    ),
    "two eyes on a governance file": (
        governing("policies/boards/dl.yml", by=DEPUTY)
        .decided("xem_xet", CLERK, procedure="nhan_su")
        .decided("phe_duyet", DEPUTY, procedure="nhan_su"),
        AUTHOR_MAY_NOT,
    ),
    "the head alone on a governance file": (
        governing("policies/units/dl.yml", by=HEAD).decided("phe_duyet", HEAD, procedure="tep_quan_tri"),
        ("refused", "step.order"),
    ),
    "two persons of whom one signs for both": (
        Story.of(NEWS, rules=with_step("DL", "tin_bai", "phe_duyet", count=2))
        .pushed(AUTHOR)
        .decided("kiem_duyet", CHECKER)
        .decided("phe_duyet", HEAD)
        .decided("phe_duyet", HEAD)
        .decided("dang", CLERK),
        ("refused", "step.order"),
    ),
    "two persons, of whom one in two offices": (
        Story.of(
            NEWS,
            rules=with_new_holder(
                "dl", "dl-hai-vai", "thanh_vien", with_step("DL", "tin_bai", "phe_duyet", count=2), principal=HEAD
            ),
        )
        .pushed(AUTHOR)
        .decided("kiem_duyet", CHECKER)
        .decided("phe_duyet", HEAD, "truong_ban")
        .decided("phe_duyet", HEAD, "thanh_vien"),
        ("missing", "phe_duyet", "dang"),
    ),
    "two persons, of whom one is the author": (
        Story.of(NEWS, rules=with_step("DL", "tin_bai", "phe_duyet", count=2))
        .pushed(AUTHOR)
        .decided("kiem_duyet", CHECKER)
        .decided("phe_duyet", HEAD)
        .decided("phe_duyet", AUTHOR),
        AUTHOR_MAY_NOT,
    ),
    "a stranger's commit": (
        signed(STRANGE, mail(AUTHOR), approver=HEAD).decided("dang", CLERK),
        ("refused", "commit.stranger"),
    ),
    "a stranger commits what an official wrote": (
        signed(mail(AUTHOR), STRANGE, approver=HEAD).decided("dang", CLERK),
        ("refused", "commit.stranger"),
    ),
    "a machine is the author of a commit": (
        signed(STRANGE, mail(AUTHOR), approver=HEAD)
        .decided("dang", CLERK)
        .under(people=replace(policy().people, machines=(Machine("forge", PLACE, (STRANGE,)),))),
        ("refused", "commit.stranger"),
    ),
    "a machine is author and committer of a commit": (
        signed(STRANGE, STRANGE, approver=HEAD)
        .decided("dang", CLERK)
        .under(people=replace(policy().people, machines=(Machine("forge", PLACE, (STRANGE,)),))),
        ("refused", "commit.stranger"),
    ),
    "a stranger pushes": (
        checked(drafted(by="")).decided("phe_duyet", HEAD),
        ("refused", "commit.stranger", "pusher.stranger"),
    ),
    "somebody who is not in the list of people pushes": (
        governing("policies/hosts.yml", by="ai-do").but(commits=()),
        ("refused", "pusher.stranger"),
    ),
    "editor of Hải Dương who wrote it approves": (
        hd_verified().pushed("hd-tt-1").decided("kiem_duyet", "hd-tt-1"),
        ("refused", "step.order"),
    ),
    "author of Hải Dương approves what the board itself gathered": (
        Story.of("content/hd/tin-trung-uong/2026/a.md")
        .pushed("hd-tt-1")
        .decided("tiep_nhan", "hd-uv-to-chuc")
        .decided("bien_tap", "hd-tt-1", answers={"chinh_xac": "có", "hinh_thuc": "có", "tham_my": "có"})
        .decided("xac_thuc", "hd-uv-to-chuc")
        .decided("kiem_duyet", "hd-tt-1"),
        AUTHOR_MAY_NOT,
    ),
    "the gatherer signs the handing in and then approves": (
        Story.of("content/hd/tin-trung-uong/2026/a.md").pushed("hd-quan-tri").decided("tap_hop", "hd-tt-1"),
        ("refused", "submit.role", "step.order"),
    ),
    "leader of the unit who wrote it clears and the officer approves": (
        hd_cleared(hd()).decided("kiem_duyet", "hd-tt-1"),
        ("refused", "step.order"),
    ),
    "author of Home Affairs approves as deputy for the head": (
        ht_checked(ht(tac_gia="ht-pho-truong-ban")).decided("phe_duyet", "ht-pho-truong-ban", behalf="truong_ban"),
        AUTHOR_MAY_NOT,
    ),
    "editor of Tuyên Quang approves by delegation what they edited": (
        tq()
        .under(boards=with_delegation("tq", taker="tq-thu-ky").boards)
        .decided("kiem_duyet", "tq-thu-ky", behalf="uq-1"),
        STEP_MAY_NOT,
    ),
    "director of Quảng Ninh publishes what they committed": (
        qn()
        .but(commits=qn().change.commits + signed(mail("qn-giam-doc-tttt")).change.commits)
        .decided("xuat_ban", "qn-giam-doc-tttt"),
        AUTHOR_MAY_NOT,
    ),
    "own office in a board's file": (
        governing("policies/boards/dl.yml")
        .leaving(making(with_holder("dl", DEPUTY, decision="02/QĐ", until=None, sections=("tin-tuc",))))
        .decided("xem_xet", CHECKER, procedure="nhan_su")
        .decided("phe_duyet", DEPUTY, procedure="nhan_su"),
        SUBJECT_MAY_NOT,
    ),
    "own new office beside the old one": (
        governing("policies/boards/dl.yml")
        .leaving(making(with_new_holder("dl", "dl-moi", "truong_ban", principal=DEPUTY)))
        .decided("xem_xet", CHECKER, procedure="nhan_su")
        .decided("phe_duyet", DEPUTY, procedure="nhan_su"),
        SUBJECT_MAY_NOT,
    ),
    "delegation to oneself": (
        governing("policies/boards/dl.yml")
        .leaving(making(with_delegation("dl", taker=DEPUTY)))
        .decided("xem_xet", CHECKER, procedure="nhan_su")
        .decided("phe_duyet", DEPUTY, procedure="nhan_su"),
        SUBJECT_MAY_NOT,
    ),
    "reviewer of a change of the reviewer's own office": (
        governing("policies/boards/dl.yml", by=MEMBER)
        .leaving(making(with_holder("dl", CLERK, decision="02/QĐ", position="khac")))
        .decided("xem_xet", CLERK, procedure="nhan_su"),
        SUBJECT_MAY_NOT,
    ),
}
