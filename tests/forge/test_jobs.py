"""The jobs of the workflows, run for real: git, keys, a register, and a forge on 127.0.0.1."""

from __future__ import annotations

import pytest

from support.forge import Fault
from support.forged import ACCOUNT, COLLECTOR, STRANGER, Forged
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, OFFICE, news

DAY = "2026-11-22"


def at(hour: int, minute: int = 0, day: str = DAY) -> str:
    """A moment on the morning of a day, before the jobs run (02:00 UTC)."""
    return f"{day}T{hour:02}:{minute:02}:00Z"


def press(
    forge: Forged, number: int, who: str, at_: str, state: str = "APPROVED", body: str = "", **more: object
) -> int:
    head = forge.forge.pulls[number]["head"]["sha"]
    return forge.forge.review(number, ACCOUNT[who], state, head, at_, body, **more)


def approved(forge: Forged, number: int = 7, day: str = DAY) -> str:
    """Take a request through every step by reviews alone, of a day."""
    head = forge.propose(number, at=at(1, 30, day))
    press(forge, number, DEPUTY, at(1, 40, day))
    press(forge, number, CHIEF, at(1, 45, day))
    press(forge, number, OFFICE, at(1, 50, day), body="Đăng được.\r\n/congbo dang\r\n")
    return head


def test_a_request_goes_from_reviews_to_main_with_records_and_receipts(
    forge: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    head = approved(forge)
    before = forge.refs()["refs/heads/main"]
    assert forge.all_jobs() == (0, 0, 0, 0), capsys.readouterr().err
    assert forge.kept(7) == [f"kiem_duyet {DEPUTY} approve", f"phe_duyet {CHIEF} approve", f"dang {OFFICE} approve"]
    main = forge.refs()["refs/heads/main"]
    assert git(forge.bare, "rev-parse", "main^1", "main^2").split() == [before, head]
    kept = git(forge.bare, "ls-tree", "-r", "--name-only", "main", "policies/approvals/").splitlines()
    assert sorted({name.rpartition(".")[2] for name in kept}) == ["json", "sig", "stmt"]
    assert all(name.startswith("policies/approvals/2026/11/gh-7/") for name in kept)
    receipts = git(forge.bare, "log", "--reverse", "--format=%s", "refs/congbo/receipts").splitlines()
    assert receipts == ["genesis 0", "submitted 1", "decided 2", "decided 3", "decided 4", "merged 5"]
    last = git(forge.bare, "show", "refs/congbo/receipts:receipt")
    assert f"\nafter: {main}\n" in last
    assert "\nattested-by: job\n" in last
    assert f"\nperson: {OFFICE}\n" in last


def test_what_the_collector_signs_is_marked_as_its_word_and_has_the_raw_review_beside_it(forge: Forged) -> None:
    forge.propose(7)
    review = press(forge, 7, DEPUTY, at(1, 40), body="Đã xem.")
    assert (forge.job("attest"), forge.job("collect")) == (0, 0)
    ref = "refs/congbo/decisions/gh-7"
    (statement,) = [
        name for name in git(forge.bare, "ls-tree", "-r", "--name-only", ref).split() if name.endswith(".stmt")
    ]
    assert f"\nsource: github:phuong/cong#7/{review}\n" in git(forge.bare, "show", f"{ref}:{statement}")
    raw = git(forge.bare, "show", f"{ref}:{statement.removesuffix('stmt')}json")
    assert '"body": "Đã xem."' in raw
    assert f'"id": {review}' in raw


def test_each_run_goes_on_where_the_last_one_ended_and_collects_nothing_twice(forge: Forged) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40))
    forge.all_jobs()
    forge.all_jobs()
    assert forge.kept(7) == [f"kiem_duyet {DEPUTY} approve"]
    press(forge, 7, CHIEF, at(1, 55))
    forge.all_jobs()
    assert forge.kept(7) == [f"kiem_duyet {DEPUTY} approve", f"phe_duyet {CHIEF} approve"]
    assert "Bộ thu thập" in forge.comment(7)


def test_what_is_granted_is_told_before_and_nothing_is_published_without_the_word(
    forge: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.propose(7)
    for who, minute in ((DEPUTY, 40), (CHIEF, 45), (OFFICE, 50)):
        press(forge, 7, who, at(1, minute))
    before = forge.refs()["refs/heads/main"]
    forge.all_jobs()
    assert forge.refs()["refs/heads/main"] == before
    assert "`/congbo dang`" in forge.comment(7)


# ---- who does not count


def kept_after(forge: Forged) -> list[str]:
    forge.job("attest")
    forge.job("collect")
    return forge.kept(7)


def test_a_self_approval_does_not_count(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    forge.propose(7, who=DEPUTY)
    press(forge, 7, DEPUTY, at(1, 40))
    assert kept_after(forge) == []
    assert "CB-1" in capsys.readouterr().err


def test_whoever_pushed_an_earlier_head_is_an_author_too(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    forge.propose(7, by=ACCOUNT[DEPUTY])
    forge.propose(7, text=news("Bản khác"), by=ACCOUNT[CLERK], at=at(1, 35))
    press(forge, 7, DEPUTY, at(1, 40))
    assert kept_after(forge) == []
    assert "CB-1" in capsys.readouterr().err


def test_an_approval_of_an_earlier_head_does_not_count(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40))
    forge.propose(7, text=news("Bản khác"), at=at(1, 50))
    assert kept_after(forge) == []
    assert "bản trước" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "told"),
    [({"updated_at": at(1, 55)}, "đã bị sửa"), ({"state": "DISMISSED"}, "đã bị gỡ"), ({"user": None}, "không còn nữa")],
)
def test_edited_dismissed_and_ownerless_reviews_do_not_count(
    forge: Forged, more: dict[str, object], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40), **more)
    assert kept_after(forge) == []
    assert told in capsys.readouterr().err


def test_the_number_of_an_account_decides_and_not_its_name(forge: Forged) -> None:
    forge.propose(7)
    head = forge.forge.pulls[7]["head"]["sha"]
    forge.forge.review(
        7, STRANGER, "APPROVED", head, at(1, 40), user={**forge.forge.pulls[7]["user"], "id": STRANGER, "login": DEPUTY}
    )
    assert kept_after(forge) == []
    renamed = forge.forge.review(7, ACCOUNT[DEPUTY], "APPROVED", head, at(1, 41))
    forge.forge.reviews[7][-1]["user"]["login"] = "ten-moi"
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} approve"]
    assert renamed


def test_a_request_that_was_meant_for_another_branch_is_asked_about_anew(
    forge: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40))
    forge.forge.events[7] = [{"event": "base_ref_changed", "created_at": at(1, 45)}]
    assert kept_after(forge) == []
    assert "đổi nhánh đích" in capsys.readouterr().err
    press(forge, 7, DEPUTY, at(1, 50))
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} approve"]


def test_an_approval_and_then_a_request_for_changes_is_a_return(forge: Forged) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40))
    press(forge, 7, DEPUTY, at(1, 45), "CHANGES_REQUESTED", "Sai tên người ký.")
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} return"]


def test_two_approvals_of_one_person_are_one(forge: Forged) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40))
    press(forge, 7, DEPUTY, at(1, 41))
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} approve"]


def test_one_click_takes_one_step(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    """The deputy may review and publish: for the second the word is needed."""
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40))
    press(forge, 7, CHIEF, at(1, 45))
    assert len(kept_after(forge)) == 2
    press(forge, 7, DEPUTY, at(1, 50))
    assert len(kept_after(forge)) == 2
    assert "đã ký một bước" in capsys.readouterr().err
    press(forge, 7, DEPUTY, at(1, 55), body="/congbo dang")
    assert kept_after(forge)[-1] == f"dang {DEPUTY} approve"


def test_an_approval_before_its_turn_waits_to_be_given_again(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    forge.propose(7)
    press(forge, 7, CHIEF, at(1, 40))
    press(forge, 7, DEPUTY, at(1, 45))
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} approve"]
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} approve"]
    assert "đến lượt" in capsys.readouterr().err
    press(forge, 7, CHIEF, at(1, 50))
    assert kept_after(forge)[-1] == f"phe_duyet {CHIEF} approve"


def test_a_refusal_is_for_good_and_gives_its_reason(forge: Forged) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40), "CHANGES_REQUESTED", "/congbo tu-choi: Không thuộc thẩm quyền của phường.")
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} refuse"]
    answers = git(forge.bare, "grep", "-h", "ly_do", "refs/congbo/decisions/gh-7", "--", "*.yml")
    assert "Không thuộc thẩm quyền của phường." in answers
    forge.job("comment")
    assert "từ chối" in forge.comment(7).casefold()


def test_a_return_without_a_reason_is_asked_for_it(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    forge.propose(7)
    press(forge, 7, DEPUTY, at(1, 40), "CHANGES_REQUESTED")
    assert kept_after(forge) == []
    assert "/congbo ly_do" in capsys.readouterr().err


# ---- what stops the publishing job


@pytest.mark.parametrize("state", ["DISMISSED", "gone", "CHANGES_REQUESTED", "retargeted"])
def test_an_approval_that_does_not_stand_any_more_stops_the_merge(forge: Forged, state: str) -> None:
    approved(forge)
    assert (forge.job("attest"), forge.job("collect")) == (0, 0)
    before = forge.refs()["refs/heads/main"]
    if state == "gone":
        forge.forge.reviews[7].pop(0)
    elif state == "DISMISSED":
        forge.forge.reviews[7][0]["state"] = "DISMISSED"
    elif state == "retargeted":
        forge.forge.events[7] = [{"event": "base_ref_changed", "created_at": at(1, 59)}]
    else:
        press(forge, 7, CHIEF, at(1, 59), "CHANGES_REQUESTED")
    forge.job("publish")
    assert forge.refs()["refs/heads/main"] == before


def test_a_new_approval_lifts_a_dismissal(forge: Forged) -> None:
    approved(forge)
    forge.job("attest")
    forge.job("collect")
    before = forge.refs()["refs/heads/main"]
    forge.forge.reviews[7][0]["state"] = "DISMISSED"
    forge.job("publish")
    assert forge.refs()["refs/heads/main"] == before
    press(forge, 7, DEPUTY, at(1, 59))
    assert forge.job("publish") == 0
    assert forge.refs()["refs/heads/main"] != before


def test_a_head_that_comes_after_the_approvals_is_not_published(forge: Forged) -> None:
    approved(forge)
    forge.job("attest")
    forge.job("collect")
    before = forge.refs()["refs/heads/main"]
    forge.propose(7, text=news("Bản thay sau khi duyệt"), at=at(1, 58))
    forge.all_jobs()
    assert forge.refs()["refs/heads/main"] == before


def test_content_with_errors_is_not_published_whoever_approved_it(
    forge: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.propose(7, text=news().replace("don_vi: dl-van-hoa-thong-tin\n", ""))
    press(forge, 7, DEPUTY, at(1, 40))
    press(forge, 7, CHIEF, at(1, 45))
    press(forge, 7, OFFICE, at(1, 50), body="/congbo dang")
    before = forge.refs()["refs/heads/main"]
    forge.all_jobs()
    assert len(forge.kept(7)) == 3
    assert forge.refs()["refs/heads/main"] == before
    assert "còn lỗi theo quy chế" in capsys.readouterr().err
    assert "don_vi" in forge.comment(7)


# ---- what the register does not take in


def test_the_head_of_somebody_unknown_gets_no_receipt_and_is_told(forge: Forged) -> None:
    forge.propose(7, by=STRANGER)
    assert forge.all_jobs()[0] == 0
    assert not [name for name in forge.refs() if name.startswith("refs/congbo/changes/")]
    assert f"github:{STRANGER}" in forge.comment(7)


def test_a_commit_of_somebody_unknown_gets_no_receipt(forge: Forged) -> None:
    forge.propose(7, mail="la@khach.example")
    forge.all_jobs()
    assert not [name for name in forge.refs() if name.startswith("refs/congbo/changes/")]
    assert "khach.example" in forge.comment(7)


def test_a_draft_is_not_handed_in(forge: Forged) -> None:
    forge.propose(7)
    forge.forge.pulls[7]["draft"] = True
    forge.all_jobs()
    assert not [name for name in forge.refs() if name.startswith("refs/congbo/changes/")]
    assert "Ready for review" in forge.comment(7)


def test_a_log_that_lags_behind_waits(forge: Forged) -> None:
    forge.propose(7)
    forge.propose(7, text=news("Bản khác"), at=at(1, 35))
    forge.forge.activity["phuong/cong"].pop(0)
    forge.job("attest")
    assert not [name for name in forge.refs() if name.startswith("refs/congbo/changes/")]


def test_a_fork_whose_log_cannot_be_read_is_left_and_the_others_go_on(
    forge: Forged, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.propose(6)
    forge.forge.pulls[6]["head"]["repo"] = {"full_name": "nguoi-khac/cong"}
    forge.propose(7, "content/dl/tin-tuc-su-kien/2026/khac.md", news().replace("9001", "9002"))
    assert forge.job("attest") == 2
    assert "Đề nghị số 6" in capsys.readouterr().err
    assert [name for name in forge.refs() if name.startswith("refs/congbo/changes/")] == ["refs/congbo/changes/gh-7/1"]


def test_a_fork_whose_log_can_be_read_is_like_any_other(forge: Forged) -> None:
    forge.propose(7)
    forge.forge.pulls[7]["head"]["repo"] = {"full_name": "nguoi-khac/cong"}
    forge.forge.activity["nguoi-khac/cong"] = forge.forge.activity.pop("phuong/cong")
    press(forge, 7, DEPUTY, at(1, 40))
    assert kept_after(forge) == [f"kiem_duyet {DEPUTY} approve"]


def test_every_head_is_attested_also_one_that_was_thrown_away(forge: Forged) -> None:
    forge.propose(7)
    forge.propose(7, text=news("Bản viết lại"), at=at(1, 35), force=True)
    git(forge.bare, "config", "uploadpack.allowAnySHA1InWant", "true")
    assert forge.job("attest") == 0
    assert sorted(name for name in forge.refs() if name.startswith("refs/congbo/changes/")) == [
        "refs/congbo/changes/gh-7/1", "refs/congbo/changes/gh-7/2",
    ]  # fmt: skip


# ---- keys, networks, closed portals


def test_only_a_collectors_key_collects(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    forge.propose(7)
    forge.job("attest")
    assert forge.job("collect", "--key", str(forge.keys[DEPUTY])) == 1
    assert "congbo-collected" in capsys.readouterr().err


def test_receipts_of_another_key_are_not_written(forge: Forged) -> None:
    forge.propose(7)
    before = forge.refs()
    assert forge.job("attest", "--key", str(forge.keys[COLLECTOR])) == 2
    assert forge.refs()["refs/congbo/receipts"] == before["refs/congbo/receipts"]


def test_a_closed_portal_is_on_no_forge(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    portal = forge.desk / "policies/portals/dl.yml"
    portal.write_text(portal.read_text("utf-8").rstrip("\n") + "\nhosting: closed\n", "utf-8")
    git(forge.desk, "commit", "-qam", "mạng kín")
    git(forge.desk, "push", "-q", "forge", "HEAD:refs/heads/main")
    forge.forge.asked.clear()
    assert forge.all_jobs() == (1, 1, 1, 1)
    assert forge.forge.asked == []
    assert "hosting: closed" in capsys.readouterr().err


def test_a_forge_in_trouble_is_waited_for_and_then_left_for_the_next_run(
    forge: Forged, monkeypatch: pytest.MonkeyPatch
) -> None:
    forge.propose(7)
    monkeypatch.setattr("time.sleep", lambda _: None)
    forge.forge.faults.append(Fault("/pulls", 503, times=100))
    assert forge.job("attest") == 2
    forge.forge.faults.clear()
    assert forge.job("attest") == 0


# ---- the comment


def test_there_is_one_comment_which_is_replaced(forge: Forged) -> None:
    forge.propose(7)
    forge.job("attest")
    forge.job("comment")
    first = forge.comment(7)
    forge.job("comment")
    assert len([one for one in forge.forge.asked if one.startswith(("POST", "PATCH"))]) == 1
    press(forge, 7, DEPUTY, at(1, 40))
    forge.job("collect")
    forge.job("comment")
    assert forge.comment(7) != first
    assert "kiểm duyệt" in forge.comment(7).casefold()


def test_somebody_elses_comment_under_our_mark_is_left_alone(forge: Forged) -> None:
    forge.propose(7)
    fake = {"id": 1, "user": {"id": STRANGER, "type": "User"}, "body": "<!-- congbo: trang thai -->\nĐã duyệt hết!"}
    forge.forge.comments[7] = [fake]
    forge.job("attest")
    forge.job("comment")
    assert forge.forge.comments[7][0]["body"].endswith("Đã duyệt hết!")
    assert len(forge.forge.comments[7]) == 2


def test_words_of_others_are_no_markup_and_no_command(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    title = '"Ra quân ::error::x @ban-bien-tap <img src=x> [a](http://x.example)"'
    forge.propose(7, text=news(title).replace("don_vi: dl-van-hoa-thong-tin\n", ""))
    press(forge, 7, DEPUTY, at(1, 40), "CHANGES_REQUESTED", "::set-output name=a::b\n::error::x\n<script>\n@ai-do")
    forge.all_jobs()
    text = forge.comment(7)
    assert "<img" not in text
    assert "<script" not in text
    assert "@ai-do" not in text.replace("`@ai-do`", "")
    assert not [line for line in capsys.readouterr().err.splitlines() if line.startswith("::")]


def test_a_comment_is_never_longer_than_the_forge_takes() -> None:
    from congbo.commands.forge.comment import LONGEST, cut

    told = cut("một dòng\n" * 20_000, "vi")
    assert len(told) < LONGEST + 200
    assert told.endswith("congbo check` để xem hết.)\n")


# ---- odd times and odd ways


def test_records_of_one_request_lie_in_one_folder_also_beyond_the_end_of_a_month(forge: Forged) -> None:
    forge.propose(7, at="2026-11-30T16:00:00Z")
    press(forge, 7, DEPUTY, "2026-11-30T16:58:00Z")
    later = "2026-12-01T00:30:00+07:00"
    assert forge.job("attest", at=later) == 0
    assert forge.job("collect", at=later) == 0
    press(forge, 7, CHIEF, "2026-11-30T17:31:00Z")
    press(forge, 7, OFFICE, "2026-11-30T17:32:00Z", body="/congbo dang")
    before = forge.refs()["refs/heads/main"]
    for verb in ("collect", "publish"):
        assert forge.job(verb, at="2026-12-01T00:40:00+07:00") == 0
    assert len(forge.kept(7)) == 3
    assert forge.refs()["refs/heads/main"] != before


def test_a_request_that_was_closed_is_left_alone(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    approved(forge)
    before = forge.refs()
    forge.forge.pulls[7]["state"] = "closed"
    assert [forge.job(verb, "--change", "7") for verb in ("attest", "collect", "publish", "comment")] == [0, 0, 0, 0]
    assert forge.refs() == before
    assert 7 not in forge.forge.comments
    assert "đã đóng" in capsys.readouterr().err


def test_a_head_that_is_pushed_again_is_attested_again(forge: Forged) -> None:
    first = forge.propose(7)
    forge.propose(7, text=news("Bản khác"), at=at(1, 35))
    forge.job("attest")
    git(forge.bare, "update-ref", "refs/pull/7/head", first)
    forge.forge.pushed(7, first, ACCOUNT[DEPUTY], at(1, 40), "force_push")
    assert forge.job("attest") == 0
    changes = {name: head for name, head in forge.refs().items() if name.startswith("refs/congbo/changes/")}
    assert changes["refs/congbo/changes/gh-7/3"] == first
    press(forge, 7, DEPUTY, at(1, 45))
    assert kept_after(forge) == [], "who pushed it is an author now"


def test_two_requests_are_published_one_after_the_other(forge: Forged) -> None:
    approved(forge)
    forge.propose(8, "content/dl/tin-tuc-su-kien/2026/khac.md", news("Tin khác").replace("9001", "9002"))
    for who, minute, body in ((DEPUTY, 41, ""), (CHIEF, 46, ""), (OFFICE, 51, "/congbo dang")):
        press(forge, 8, who, at(1, minute), body=body)
    assert forge.all_jobs() == (0, 0, 0, 0)
    subjects = git(forge.bare, "log", "--first-parent", "--format=%s", "-2", "main").splitlines()
    assert subjects == ["Đăng gh-8", "Đăng gh-7"]


def test_a_forged_record_in_the_repository_stops_its_change_and_no_other(forge: Forged) -> None:
    approved(forge)
    forge.job("attest")
    forge.job("collect")
    ref = "refs/congbo/decisions/gh-7"
    clone = forge.folder / "nguoi-khac"
    git(forge.folder, "clone", "-q", str(forge.bare), str(clone))
    git(clone, "fetch", "-q", "origin", ref)
    git(clone, "checkout", "-q", "FETCH_HEAD")
    statement = next(clone.glob("policies/approvals/*/*/gh-7/*--dang--*.stmt"))
    statement.write_text(statement.read_text().replace(OFFICE, CLERK))
    git(clone, "commit", "-qam", "giả")
    git(clone, "push", "-q", "origin", f"HEAD:{ref}")
    before = forge.refs()["refs/heads/main"]
    forge.job("publish")
    assert forge.refs()["refs/heads/main"] == before


def test_a_register_that_was_cut_is_not_continued(forge: Forged, capsys: pytest.CaptureFixture[str]) -> None:
    approved(forge)
    forge.job("attest")
    forge.job("collect")
    before = forge.refs()["refs/heads/main"]
    git(forge.bare, "update-ref", "refs/congbo/receipts", "refs/congbo/receipts~1")
    assert forge.job("publish") == 2
    assert forge.refs()["refs/heads/main"] == before


def test_main_that_moved_meanwhile_is_not_overwritten(forge: Forged, monkeypatch: pytest.MonkeyPatch) -> None:
    approved(forge)
    forge.job("attest")
    forge.job("collect")
    from congbo.commands.forge import publish

    def meanwhile(*words: object) -> str:
        git(forge.desk, "commit", "-q", "--allow-empty", "-m", "người khác")
        git(forge.desk, "push", "-q", "forge", "HEAD:refs/heads/main")
        return merge(*words)

    merge = publish.merge
    monkeypatch.setattr(publish, "merge", meanwhile)
    assert forge.job("publish") == 2
    assert git(forge.bare, "log", "-1", "--format=%s", "main").strip() == "người khác"
    assert "merged" not in git(forge.bare, "log", "--format=%s", "refs/congbo/receipts")
    monkeypatch.undo()
    assert forge.job("publish") == 0
    assert git(forge.bare, "log", "-1", "--format=%s", "main").strip() == "Đăng gh-7"
