"""``hosts.yml``, ``checklist.yml`` and the lists of words: what is wrong is refused at its line, in Vietnamese."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.errors import CongboError
from congbo.locale import LANGUAGES, told
from congbo.policy import load_policy
from support.trees import edited_policies, real_policies, real_policy

HOSTS, LINES, WORDS = "policies/hosts.yml", "policies/checklist.yml", "policies/vocabularies/hang-cam.yml"
HT, QN = "policies/regulations/ht/clauses.yml", "policies/regulations/qn/clauses.yml"


def fault(path: str, old: str, new: str, many: int = 1) -> CongboError:
    text = real_policies()[path].decode()
    assert text.count(old) >= 1
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({path: text.replace(old, new, many).encode()}))
    return raised.value


@pytest.mark.parametrize(
    ("path", "old", "new", "key"),
    [
        (HOSTS, "host: rutgon.example", "host: https://rutgon.example/", "policy.not_a_host"),
        (HOSTS, "host: rutgon.example", "host: Rutgon.example", "policy.not_a_host"),
        (HOSTS, "host: rutgon.example", "host: rút-gọn.example", "policy.not_a_host"),
        (HOSTS, "host: rutgon.example", "host: sonoivu.example", "policy.duplicate_id"),
        (HOSTS, "verdict: refused", "verdict: maybe", "policy.not_one_of"),
        (HOSTS, "by: truong_ban", "by: nguoi_la", "policy.dangling"),
        (HOSTS, "portals: [ht]", "portals: [xx]", "policy.dangling"),
        (HOSTS, "on: 2021-05-04", "on: 2021-05-04\n    until: 2021-05-03", "policy.until_before_from"),
        (HOSTS, "    reason:\n", "    reasons:\n", "policy.unknown_key"),
        (HOSTS, "    below: true", "    below: 1", "policy.not_a_flag"),
        (LINES, "id: tin_gia", "id: tin_moi", "policy.dangling"),
        (LINES, "id: tin_gia", "id: hang_cam", "policy.duplicate_id"),
        (LINES, "      en: Is the information accurate?\n", "", "policy.missing_key"),
        (HT, "lines: [xuyen_tac]", "lines: [xuyen-tac]", "policy.dangling"),
        (HT, "words: hang-cam", "words: hang-la", "policy.dangling"),
        (HT, "words: hang-cam", "words: the-loai", "policy.no_words"),
        (WORDS, "line: hang_cam", "line: hang-cam", "policy.dangling"),
        (HT, "{check: links, outbound: reviewed}", "{check: links, outbound: everything}", "policy.not_one_of"),
        (
            QN,
            "{check: links, outbound: reviewed}",
            "{check: links, outbound: reviewed, alive: true}",
            "policy.outbound_alone",
        ),
        (QN, "required: [www.dichvucong.quangninh.gov.vn]", 'required: ["https://x.vn/"]', "policy.not_a_host"),
        (
            "policies/units/qn.yml",
            "hosts: [ttt.quangninh.gov.vn]",
            "hosts: [TTT.quangninh.gov.vn]",
            "policy.not_a_host",
        ),
    ],
)
def test_what_is_wrong_is_refused(path: str, old: str, new: str, key: str) -> None:
    raised = fault(path, old, new)
    assert raised.message.key == key
    assert raised.place
    assert raised.place.line
    for lang in LANGUAGES:
        assert "{" not in told(raised, lang).replace("{vi: ", "")


def test_a_refusal_gives_its_reason() -> None:
    text = real_policies()[HOSTS].decode()
    start = text.index("    reason:")
    end = text.index("  - host:", start)
    raised = fault(HOSTS, text[start:end], "")
    assert raised.message.key == "policy.no_reason"


@pytest.mark.parametrize(
    ("host", "portal", "on", "counts"),
    [
        ("rutgon.example", "ht", date(2021, 1, 1), True),
        ("a.b.rutgon.example", "ht", date(2021, 1, 1), True),
        ("xrutgon.example", "ht", date(2021, 1, 1), False),
        ("rutgon.example", "ht", date(2017, 7, 2), False),
        ("tintuc-quangninh.example", "ht", date(2021, 1, 1), False),
        ("tintuc-quangninh.example", "qn-ipa", date(2021, 1, 1), True),
        ("dichvucong.hatinh.example", "ht", date(2021, 5, 4), True),
        ("a.dichvucong.hatinh.example", "ht", date(2021, 5, 4), False),
        ("tracuu.luutru.sonoivu.example", "ht", date(2021, 5, 4), True),
    ],
)
def test_what_a_decision_covers(host: str, portal: str, on: date, counts: bool) -> None:
    assert any(one.covers(host, portal, on) for one in real_policy().hosts) is counts
