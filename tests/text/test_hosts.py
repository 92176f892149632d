"""The host that a browser would go to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.text.hosts import HOST, host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.quangninh.gov.vn/tin-tuc/", "www.quangninh.gov.vn"),
        ("http://WWW.Quangninh.GOV.vn", "www.quangninh.gov.vn"),
        ("https://a.example:8443/x", "a.example"),
        ("https://a.example./", "a.example"),
        ("//a.example/x", "a.example"),
        ("https:a.example/x", "a.example"),
        ("https:///a.example/x", "a.example"),
        ("HTTPS:\\\\a.example\\x", "a.example"),
        ("\\\\a.example/x", "a.example"),
        ("/\\a.example", "a.example"),
        ("https://a.gov.vn@b.example/", "b.example"),
        ("https://user:pass@b.example/", "b.example"),
        ("https&#58;//a.example/", "a.example"),
        ("ht\ntps://a.example/", "a.example"),
        ("https://a.example?x=//b.example", "a.example"),
        ("https://a.example#@b.example", "a.example"),
        ("https://điện-biên.example/", "xn--in-bin-ita95a53a.example"),
        ("https://tỉnh.vn/", "xn--tnh-nlz.vn"),
        ("https://[::1/", ""),
        ("https://", ""),
        ("https://" + "a" * 70 + ".vn/", ""),
        ("mailto:a@b.example", None),
        ("tel:0239", None),
        ("/tin-tuc/", None),
        ("tin-tuc/2021/bai/", None),
        ("#muc", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_reads_as_a_browser_does(address: str, host: str | None) -> None:
    found = host_of(address)
    if host and host.startswith("xn--"):
        assert found
        assert found.encode("ascii").decode("idna") == address.removeprefix("https://").rstrip("/")
    else:
        assert found == host


@given(st.text(max_size=80))
def test_never_raises(text: str) -> None:
    for address in (text, f"https://{text}", f"//{text}"):
        assert host_of(address) is None or isinstance(host_of(address), str)


@pytest.mark.parametrize("name", ["a.vn", "www.dichvucong.quangninh.gov.vn", "xn--tnh-nlz.vn", "a-b.c1.example"])
def test_names_of_hosts(name: str) -> None:
    assert HOST.fullmatch(name)


@pytest.mark.parametrize(
    "name",
    ["", "vn", "A.vn", "a..vn", "-a.vn", "a-.vn", "a_b.vn", "https://a.vn", "a.vn/", "tỉnh.vn", "a" * 64 + ".vn"],
)
def test_no_names_of_hosts(name: str) -> None:
    assert not HOST.fullmatch(name)
