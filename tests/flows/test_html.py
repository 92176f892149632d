"""The W3C's own checker (vnu) finds no error and gives no advice on a page of every kind, on styles and on drawings.

``make test-all`` gives it every page of every portal.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from collections.abc import Iterable
from pathlib import Path

import pytest

from support import pages
from support.repositories import ROOT

JAR = ROOT / ".congbo/vnu/node_modules/vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")
LEFT_OUT = "HTML IS NOT CHECKED: no Java or no vnu here: sh scripts/vnu.sh" if not (JAVA and JAR.is_file()) else ""
if LEFT_OUT:
    warnings.warn(LEFT_OUT, stacklevel=1)  # a reason to skip is not seen at the end of a quiet run, a warning is
pytestmark = pytest.mark.skipif(bool(LEFT_OUT), reason=LEFT_OUT)

# Files have no origin, so that 'self' of a policy lets nothing in: browsers' tests judge policies. And two properties of
# drawings (SVG 2) are newer than its list.
UNKNOWN = ".*(Content Security Policy|“(paint-order|vector-effect)”: Property).*"
WRONG = "<!doctype html>\n<html lang=vi>\n<title>Sai</title>\n<p id=a>Một\n<p id=a>Hai\n"


def judged(what: Iterable[Path]) -> list[str]:
    """Return what the checker says of files: file, line, sentence."""
    java = [str(JAVA), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-jar", str(JAR)]
    options = ["--also-check-css", "--also-check-svg", "--format", "json", "--filterpattern", UNKNOWN]
    done = subprocess.run([*java, *options, *map(str, what)], capture_output=True, text=True, check=False)
    return [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in json.loads(done.stderr)["messages"]]


def test_every_kind_of_page_is_as_the_standard_says(site: Path, tmp_path: Path) -> None:
    kinds = {*(pages.every_kind(site) | pages.of_palettes(site)).values()}
    files = [site / one if one.endswith(".html") else site / one / "index.html" for one in sorted(kinds)]
    theme = site / pages.FIRST / pages.EDITION / "theme"
    wrong = tmp_path / "sai.html"
    wrong.write_text(WRONG, "utf-8")
    # The page with one identifier twice shows that the checker looked.
    found = judged([*files, theme / "portal.css", *sorted((theme / "img").glob("*.svg")), wrong])
    assert [line for line in found if "sai.html" not in line] == []
    assert any("Duplicate ID" in line for line in found)


@pytest.mark.whole
def test_every_page_of_every_portal_is_as_the_standard_says(site: Path) -> None:
    assert judged(sorted(site.rglob("*.html"))) == []
