"""The demonstration content keeps its promises: believable bodies, no real person, no real number."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from datetime import date

import pytest
from pypdf import PdfReader

from congbo.checks.judge import judge
from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.document_number import parse_number
from congbo.facts.showing import EXPIRED, SCHEDULED, WITHDRAWN, posted, stage
from congbo.item import Item
from congbo.item.model import CHANGES, CORRECTIONS
from congbo.output import FORMATS, Report
from congbo.policy import load_policy
from congbo.tree import FolderTree
from support.repositories import ROOT

# Documents repeat by their nature: enacting formulas, headings of articles, who is to carry it out.
FORMULA = re.compile(r"^(điều \d|căn cứ|quyết định này|các ông|chánh văn phòng|nơi nhận|this |article )", re.IGNORECASE)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    tree = FolderTree(ROOT)
    return load_corpus(tree, load_policy(tree), date(2026, 11, 22))


def length(item: Item) -> int:
    """Words of a body; of a Chinese one, its characters over one and a half."""
    if item.lang == "zh":
        return int(len(re.findall(r"[\u4e00-\u9fff]", item.body)) / 1.5)
    return len(re.sub(r"[#*|>_`-]+", " ", item.body).split())


def test_the_repository_has_no_error(corpus: Corpus) -> None:
    errors = tuple(f for f in judge(corpus) if f.severity == "error")
    assert errors == (), FORMATS["text"](Report(errors, 0), "vi")


def test_the_five_portals_and_their_components_are_there(corpus: Corpus) -> None:
    mains = {p.id for p in corpus.policy.portals.values() if not p.parent}
    assert mains == {"hd", "dl", "tq", "ht", "qn"}
    tiers = {p.tier for p in corpus.policy.children("qn")}
    assert tiers == {"so_nganh", "huyen", "xa", "khac", "chuyen_trang"}
    assert len(corpus.policy.children("tq")) == 2
    assert len(corpus.items) > 500


def test_bodies_are_long_enough(corpus: Corpus) -> None:
    sections: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in corpus.items:
        assert length(item) >= 60, (item.path, length(item))
        sections[item.portal, item.section, item.lang].append(item)
    for items in sections.values():
        newest = sorted(items, key=lambda i: (posted(corpus, i), i.path), reverse=True)[:3]
        for item in newest:
            assert length(item) >= 145, (item.path, length(item))


def test_no_sentence_is_repeated(corpus: Corpus) -> None:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in corpus.items:
        for sentence in re.split(r"(?<=[.!?:;])\s+|\n+", re.sub(r"^[#>*\-| ]+", "", item.body, flags=re.MULTILINE)):
            if len(sentence.split()) >= 8 and not FORMULA.match(sentence):
                seen[item.portal, sentence.lower()].add(item.path)
    repeated = {key: paths for key, paths in seen.items() if len(paths) > 2}
    assert repeated == {}


def test_phones_and_mail_are_nobodys(corpus: Corpus) -> None:
    for item in corpus.items:
        for name in ("dien_thoai", "fax"):
            assert "x" in str(item.fields.get(name, "x")), item.path
        assert str(item.fields.get("thu_dien_tu", ".example")).endswith(".example"), item.path
        for address in re.findall(r"[\w.]+@[\w.-]+", item.body):
            assert address.rstrip(".").endswith(".example"), item.path
        assert not re.search(r"(?<![\d.,/-])0\d{9}(?!\d)", item.body), item.path


def test_every_imported_item_says_from_where(corpus: Corpus) -> None:
    for item in corpus.items:
        if item.publish_at is None:
            assert item.imported is not None, item.path
            assert item.imported.published.year == item.address.year, item.path
        else:  # written here, for a day to come
            assert item.imported is None, item.path
            assert item.publish_at.year == item.address.year, item.path


def test_what_may_become_of_an_item_is_shown_by_five_portals(corpus: Corpus) -> None:
    states = {
        name: {item.portal for item in corpus.items if stage(corpus, item) == name}
        for name in (SCHEDULED, EXPIRED, WITHDRAWN)
    }
    notes = {field: {item.portal for item in corpus.items if item.notes(field)} for field in (CORRECTIONS, CHANGES)}
    assert states | notes == {
        SCHEDULED: {"tq"}, EXPIRED: {"dl"}, WITHDRAWN: {"qn"}, CORRECTIONS: {"hd"}, CHANGES: {"ht"},
    }  # fmt: skip


# Real documents of other bodies: a labelled digest, never a made-up original.
DIGESTS = {"05/2015/QĐ-UBND", "30/2020/NĐ-CP", "43/2011/NĐ-CP", "26/2009/TT-BTTTT", "97/2008/NĐ-CP"}
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Nơi nhận")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Nơi nhận")


def test_legal_documents_have_a_pdf_in_the_official_form(corpus: Corpus) -> None:
    documents = [i for i in corpus.items if i.type in ("van_ban", "van_ban_chi_dao")]
    assert len(documents) > 60
    for item in documents:
        name = next(n for n in item.fields["tep_dinh_kem"] if n.endswith(".pdf"))
        number = str(item.fields["so_ky_hieu"])
        reader = PdfReader(ROOT / item.address.folder / name)
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        assert unicodedata.is_normalized("NFC", text), item.path
        assert number in text, item.path
        if number not in DIGESTS:
            parsed = parse_number(number)
            form = PARTY if parsed and parsed.family == "party" else STATE
            assert [words for words in form if words not in text] == [], item.path
            # Letters print their subject as "V/v ...", all others as it stands.
            subject = str(item.fields["trich_yeu"]).removeprefix("Về việc ")
            assert subject.split()[-1].lower() in text.lower(), item.path


def test_pictures_of_leaders_and_headquarters_have_words(corpus: Corpus) -> None:
    for item in corpus.items:
        for name in ("anh_chan_dung", "anh_tru_so"):
            if name in item.fields:
                assert len(item.fields[name].alt) > 10, item.path
