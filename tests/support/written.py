"""Strategies of hypothesis for values of front matter: what each is, and one of the many ways to write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from congbo.dates import VIETNAM
from congbo.item import Image, Imported, Note, Notes, ReviewBy, Translated, Withdrawal
from congbo.typed.period import parse_period
from congbo.typed.publishing import WITHDRAWALS
from support.trees import real_policy

# Every character that a file may hold; control characters and the line ends that nobody sees are refused elsewhere.
ANY = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
_AWKWARD = st.sampled_from(
    ["'", '"', "\\", ": ", " #", "{", "]", ",", "---", "...", "- ", "? ", "&a", "*a", "!t", "|", ">", "%", "@", "`", "~",
     "null", "no", "2019-10-01", "07:30", "Ủy ban nhân dân", "Quyê\u0309t định", "中文", "\u00a0", "\u200b", "🙂", "  "]
)  # fmt: skip
_WORDS = st.sampled_from(
    ["nhân", "dân", "phường", "901/QĐ-UBND", "no", "a:b", "x#y", "2019", "-", "'ba'", "(tư)", "𠀀", "yes"]
)


@dataclass(frozen=True)
class Written:
    """A value, and YAML that writes it after its key and a blank."""

    value: Any
    yaml: str


def _quoted(text: str, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def lines(draw: st.DrawFn, most: int = 40) -> Written:
    """One line of text, in quotes of either kind, or plain where that is safe."""
    style = draw(st.sampled_from(["'", '"', ""]))
    if not style:
        plain = " ".join(["Ủy ban", *draw(st.lists(_WORDS, max_size=8))])
        return Written(plain, plain)
    pieces = st.lists(ANY | _AWKWARD, min_size=1, max_size=most).map("".join)
    text = draw(pieces.filter(lambda text: bool(text.strip())))
    return Written(text.strip(), _quoted(text, style))


@st.composite
def _folded(draw: st.DrawFn) -> Written:
    """One line of text that stands on several lines of the file."""
    words = draw(st.lists(_WORDS | st.text("ăâđ'\"\\:#{}[]", min_size=1, max_size=8), min_size=2, max_size=200))
    value = " ".join(["Ủy", *words])
    style = draw(st.sampled_from(["'", '"', ">-"]))
    if style == ">-":
        return Written(value, f">-\n  {value.replace(' ', chr(10) + '  ')}")
    return Written(value, _quoted(value, style).replace(" ", draw(st.sampled_from([" ", "\n  ", "\n    "]))))


def very_long() -> st.SearchStrategy[Written]:
    """Thousands of words on one line."""
    text = st.builds(lambda word, times: " ".join(["Ủy", *[word] * times]), _WORDS, st.integers(100, 2000))
    return text.map(lambda value: Written(value, _quoted(value, "'")))


@st.composite
def long_text(draw: st.DrawFn) -> Written:
    """Several lines of text, as a literal block."""
    line = st.lists(ANY | _AWKWARD, min_size=1, max_size=40).map("".join).map(str.strip).filter(bool)
    lines = draw(st.lists(line | st.just(""), max_size=12))
    text = "\n".join(["Một", *lines])
    indented = text.replace("\n", "\n  ")
    return Written(text.strip(), f"{draw(st.sampled_from(['|', '|-', '|+']))}\n  {indented}")


def list_of(one: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    """A list, in brackets or with a hyphen a line."""
    many = st.lists(one, min_size=1, max_size=4)
    return st.builds(_as_list, many, st.booleans())


def _as_list(found: list[Written], brackets: bool) -> Written:
    written = [each.yaml for each in found]
    yaml = f"[{', '.join(written)}]" if brackets else "".join(f"\n  - {one}" for one in written)
    return Written(tuple(each.value for each in found), yaml)


def quoted_line() -> st.SearchStrategy[Written]:
    """A line that may stand inside brackets, and whose indent is no part of it."""
    return lines().filter(lambda found: found.yaml[0] in "'\"" and found.yaml[1].strip() != "")


def _as_is(values: st.SearchStrategy[str]) -> st.SearchStrategy[Written]:
    return values.map(lambda value: Written(value, f'"{value}"'))


_IDS = st.from_regex(r"\A[a-z][a-z0-9_-]{0,30}[a-z0-9]\Z")
ID = _as_is(_IDS)
_FILE = _as_is(st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,30}\Z"))
_DAY = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_DATE = _DAY.map(lambda day: Written(day, day.isoformat()))
TEXT = lines() | _folded()


@st.composite
def _moment(draw: st.DrawFn) -> Written:
    """A moment with its offset."""
    zone = timezone(timedelta(hours=draw(st.integers(-11, 12))))
    at = time(draw(st.integers(0, 23)), draw(st.integers(0, 59)), draw(st.integers(0, 59)))
    found = datetime.combine(draw(_DAY), at, draw(st.sampled_from([timezone(timedelta(hours=7)), zone])))
    return Written(found.astimezone(VIETNAM), found.isoformat())


@st.composite
def _image(draw: st.DrawFn) -> Written:
    file, alt = draw(_FILE), draw(quoted_line())
    return Written(Image(file.value, alt.value), f"{{file: {file.yaml}, alt: {alt.yaml}}}")


@st.composite
def imported(draw: st.DrawFn) -> Written:
    at, source = draw(_moment()), draw(TEXT.filter(lambda found: "\n" not in found.yaml))
    return Written(Imported(at.value, source.value), f"\n  published: {at.yaml}\n  source: {source.yaml}")


@st.composite
def _notes(draw: st.DrawFn) -> Written:
    rows = draw(st.lists(st.tuples(_DATE, quoted_line(), st.none() | quoted_line()), min_size=1, max_size=3))
    notes = tuple(Note(day.value, said.value, hides.value if hides else "") for day, said, hides in rows)
    lines = [
        f"\n  - {{ngay: {day.yaml}, noi_dung: {said.yaml}{f', an_ban_cu: {hides.yaml}' if hides else ''}}}"
        for day, said, hides in rows
    ]
    return Written(Notes(notes), "".join(lines))


@st.composite
def _withdrawal(draw: st.DrawFn) -> Written:
    kind, day, basis, other = draw(st.tuples(st.sampled_from(WITHDRAWALS), _DATE, quoted_line(), st.none() | ID))
    more = f", thay_bang: {other.yaml}" if other else ""
    value = Withdrawal(kind, day.value, basis.value, other.value if other else "")
    return Written(value, f"{{loai: {kind}, ngay: {day.yaml}, can_cu: {basis.yaml}{more}}}")


@st.composite
def _review_by(draw: st.DrawFn) -> Written:
    day, role = draw(st.tuples(_DATE, quoted_line()))
    return Written(ReviewBy(day.value, role.value), f"{{han: {day.yaml}, chuc_danh: {role.yaml}}}")


@st.composite
def _translated(draw: st.DrawFn) -> Written:
    parts = st.lists(st.sampled_from(("title", "summary", "body", "phi")), min_size=1, unique=True)
    day, names, number = draw(st.tuples(_DATE, parts, st.integers(0, 16**16 - 1)))
    sums = tuple((name, f"{number:016x}") for name in names)
    lines = ", ".join(f"{name} {sum_}" for name, sum_ in sums)
    return Written(Translated(day.value, sums), f"{{ngay: {day.yaml}, ma: [{lines}]}}")


_SAMPLES = {
    "period": ["2018", "2018-07", "2018-Q3", "2018-H1", "2011-9M", "2018/2021", "2017-01/2017-07"],
    "number": ["0", "-3", "1.234.567,5", "12,5", "07"],
    "money": ["không", "miễn phí", "1.200 đồng", "3,5 tỷ đồng mỗi năm"],
    "phone": ["0220 3.xxx.xxx", "+84 (220) 3xxxxxx"],
    "email": ["vanphong@donglac.example"],
    "url": ["https://donglac.example", "https://mau.example/a?b=c&d=%20#e"],
}
_PERIODS = st.sampled_from(_SAMPLES["period"]).map(lambda text: Written(parse_period(text), f'"{text}"'))
_OF_TYPE: Mapping[str, st.SearchStrategy[Written]] = {
    **{name: _as_is(st.sampled_from(samples)) for name, samples in _SAMPLES.items()},
    **dict.fromkeys(("text", "document_number"), TEXT),
    **dict.fromkeys(("unit", "holder", "translation"), ID),
    **dict.fromkeys(("units", "items"), list_of(ID)),
    **dict.fromkeys(("texts", "document_numbers"), list_of(quoted_line())),
    **dict.fromkeys(("file", "table"), _FILE),
    "longtext": TEXT | long_text() | very_long(),
    "names": list_of(quoted_line()) | TEXT.map(lambda found: Written((found.value,), found.yaml)),
    "date": _DATE,
    "datetime": _moment() | _DATE,
    "period": _PERIODS,
    "flag": st.booleans().map(lambda flag: Written(flag, "true" if flag else "false")),
    "files": list_of(_FILE),
    "image": _image(),
    "notes": _notes(),
    "withdrawal": _withdrawal(),
    "review_by": _review_by(),
    "translated": _translated(),
}


def of_field(name: str) -> st.SearchStrategy[Written]:
    field = real_policy().types.fields[name]
    if field.type == "choice":
        return st.sampled_from(sorted(real_policy().vocabularies[field.vocabulary].ids)).map(
            lambda value: Written(value, f'"{value}"')
        )
    return _OF_TYPE[field.type]
