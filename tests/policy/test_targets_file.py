"""``targets.yml``: what is wrong is refused at its line, in Vietnamese."""

from __future__ import annotations

import re

import pytest

from congbo.errors import CongboError
from congbo.locale import LANGUAGES, told
from congbo.policy import load_policy
from congbo.policy.areas import area_of
from congbo.policy.shape import Reader, listed, need, record
from congbo.policy.shape import text as scalar
from congbo.policy.targets import Target, read_target
from congbo.strict import compose
from support.trees import ROOT, edited_policies

PATH = "policies/targets.yml"
GOOD = """format: 1
targets:
  - target: web
    kind: ssh
    to: congbo-web@web.donglac.example:/srv/www/congbo
    port: 2222
    edition: internet
    public: true
    portal: dl
    url: https://www.donglac.chilinh.haiduong.gov.vn/
    compress: [br, gz]
  - target: kho
    kind: s3
    endpoint: https://s3.tinh.example:9000
    bucket: cong-thong-tin
    prefix: dl/internet
    region: vn-1
    edition: internet
    portal: dl
  - target: tinh
    kind: pages
    folder: output/pages
    archive: output/pages.tar
    edition: internet
    public: true
  - target: wan
    kind: folder
    folder: /srv/wan/public
    edition: wan
"""


alone: Reader[dict[str, object]] = record(dict, {"format": need(scalar), "targets": need(listed(read_target))})


def targets(text: str) -> dict[str, Target]:
    return dict(load_policy(edited_policies({PATH: text.encode()})).targets)


def test_targets_are_read() -> None:
    found = targets(GOOD)
    assert list(found) == ["web", "kho", "tinh", "wan"]
    web = found["web"]
    assert (web.to, web.port, web.compress) == ("congbo-web@web.donglac.example:/srv/www/congbo", 2222, ("br", "gz"))
    assert (web.edition, web.public) == ("internet", True)
    assert web.url == "https://www.donglac.chilinh.haiduong.gov.vn"
    assert (found["kho"].prefix, found["kho"].portal) == ("dl/internet", "dl")
    assert not found["wan"].public


def test_the_guide_declares_what_can_be_read() -> None:
    guide = (ROOT / ".github/may-chu-web.md").read_text("utf-8")
    (declared,) = re.findall(r"^```yaml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert {one.kind for one in targets(declared).values()} == {"ssh", "s3", "pages"}


def test_a_repository_needs_none() -> None:
    assert dict(load_policy(edited_policies({})).targets) == {}


def test_whoever_answers_for_the_program_decides_where_releases_go() -> None:
    assert area_of(PATH) == "program"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("kind: ssh", "kind: ftp", "policy.not_one_of"),
        ("    kind: ssh\n", "", "policy.unknown_key"),
        ("    bucket: cong-thong-tin\n", "", "policy.missing_key"),
        ("    port: 2222\n", "    cong: 2222\n", "policy.unknown_key"),
        ("    port: 2222\n", "    port: 0\n", "policy.target_port"),
        ("    port: 2222\n", "    port: 70000\n", "policy.target_port"),
        ("    region: vn-1\n", "    region: vn-1\n    password: x\n", "policy.unknown_key"),
        ("    prefix: dl/internet\n", "    prefix: /dl\n", "policy.target_folder"),
        ("    prefix: dl/internet\n", "    prefix: dl/../wan\n", "policy.target_folder"),
        ("target: web\n", "target: local\n", "policy.target_built_in"),
        ("bucket: cong-thong-tin", "bucket: Cổng", "policy.target_bucket"),
        ("bucket: cong-thong-tin", "bucket: a..b", "policy.target_bucket"),
        ("https://s3.tinh.example:9000", "https://khoa:bimat@s3.tinh.example", "policy.target_address"),
        ("https://s3.tinh.example:9000", "s3.tinh.example", "policy.target_address"),
        ("https://s3.tinh.example:9000", "https://[s3", "policy.target_address"),
        ("https://s3.tinh.example:9000", "https://s3..example", "policy.target_address"),
        ("https://s3.tinh.example:9000", "https://s3.example:70000", "policy.target_address"),
        ("https://s3.tinh.example:9000", "https://s3.tinh.example:nhieu", "policy.target_address"),
        ("congbo-web@web.donglac.example:/srv/www/congbo", "web.donglac.example", "policy.target_server"),
        ("congbo-web@web.donglac.example:/srv/www/congbo", "'-oProxyCommand=x:/srv'", "policy.target_server"),
        ("congbo-web@web.donglac.example:/srv/www/congbo", "a@b:/srv/$(id)", "policy.target_server"),
        ("congbo-web@web.donglac.example:/srv/www/congbo", "a@b:/srv/../etc", "policy.target_server"),
        ("archive: output/pages.tar", "archive: policies/types.yml", "policy.target_archive"),
        ("folder: output/pages\n", "folder: ../pages\n", "policy.target_folder"),
        ("folder: output/pages\n", "folder: output/có dấu\n", "policy.target_folder"),
        ("compress: [br, gz]", "compress: [zip]", "policy.not_one_of"),
        ("compress: [br, gz]", "compress: br", "policy.not_a_list"),
        ("    edition: internet\n    public: true\n    portal", "    public: true\n    portal", "policy.target_public"),
    ],
)
def test_a_wrong_target_is_refused_at_its_line(old: str, new: str, key: str) -> None:
    assert old in GOOD
    with pytest.raises(CongboError) as raised:
        alone(compose(GOOD.replace(old, new, 1), PATH))
    refused(raised.value, key)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("target: kho\n", "target: web\n", "policy.duplicate_id"),
        ("folder: /srv/wan/public", "folder: public", "policy.target_twice"),
        ("    edition: internet\n    portal: dl\n", "    edition: wan\n    portal: dl\n", "policy.target_edition"),
        ("    edition: internet\n    portal: dl\n", "    portal: dl\n", "policy.target_edition"),
        ("portal: dl\n", "portal: xx\n", "policy.dangling"),
        ("    portal: dl\n", "", "policy.target_url"),
        ("targets:\n", "noi:\n", "policy.begins_with"),
        ("format: 1", "format: 2", "policy.format"),
    ],
)
def test_what_the_rest_of_the_policies_contradicts_is_refused_at_its_line(old: str, new: str, key: str) -> None:
    assert old in GOOD
    with pytest.raises(CongboError) as raised:
        targets(GOOD.replace(old, new, 1))
    refused(raised.value, key)


def refused(error: CongboError, key: str) -> None:
    assert error.message.key == key
    assert error.place
    assert error.place.path == PATH
    assert error.place.line
    for lang in LANGUAGES:
        assert "{" not in told(error, lang)


def test_two_targets_never_share_a_place() -> None:
    again = GOOD.split("  - target: web\n")[1].split("  - target:")[0]
    with pytest.raises(CongboError) as raised:
        targets(GOOD + "  - target: web-2\n" + again)
    assert raised.value.message.key == "policy.target_twice"
