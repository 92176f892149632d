"""Scripts only add: none stands in a page, each is a small file of ours, and every page says the same without."""

from __future__ import annotations

import gzip
import hashlib
import re

import pytest

from support.trees import ROOT

TEMPLATES = sorted((ROOT / "theme/templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "theme/static/js").glob("*.js"))
MOST_BYTES = 30_000
# Written by others, and as they published it: name -> what it is, its digest.
OF_OTHERS = {"lunr": ("lunr 2.3.9, lunr.min.js", "0c50d9002b85780a842afffb567bb54ede402dae7c6dc5997a018614d8044fc8")}
# What ES2017 does not know, what runs text, and what makes HTML of it.
REFUSED = re.compile(
    r"\?\.(?!\d)|\?\?|\beval\b|\bnew Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bimport\b|\bexport\b"
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_template_has_a_script_in_it(template) -> None:
    text = template.read_text("utf-8")
    assert not re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", text)
    assert not re.findall(r"<[a-z][^>]*\son[a-z]+\s*=", text)
    assert "javascript:" not in text


def test_every_script_is_asked_for_and_every_one_asked_for_is_there() -> None:
    asked = {name for file in TEMPLATES for name in re.findall(r'script\("([\w-]+)"\)', file.read_text("utf-8"))}
    assert asked == {file.stem for file in SCRIPTS}


def test_all_scripts_together_weigh_little() -> None:
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in SCRIPTS) <= MOST_BYTES


@pytest.mark.parametrize("name", OF_OTHERS)
def test_a_script_of_others_is_as_they_published_it_and_its_licence_lies_beside(name: str) -> None:
    file = ROOT / f"theme/static/js/{name}.js"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == OF_OTHERS[name][1]
    assert "Permission is hereby granted" in file.with_suffix(".LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("script", [file for file in SCRIPTS if file.stem not in OF_OTHERS], ids=lambda file: file.name)
def test_a_script_is_plain_and_makes_no_html(script) -> None:
    text = script.read_text("utf-8")
    assert not REFUSED.findall(text)
    assert '"use strict";' in text
