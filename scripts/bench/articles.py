"""Articles for the benches of publishing: the same texts for congbo and for its peers.

Every article has a title, a summary, tags and about 450 syllables of Vietnamese, put together from the words of this
repository's own items (``corpus.Words``): nothing is copied from anybody's press. The same arguments give the same articles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from corpus import Words, read_sentences

# Sections of the ward that take news: what a clerk files an item under, and how a reader finds it again.
SECTIONS = (
    "tin-tuc-su-kien", "cai-cach-hanh-chinh", "hoi-nghi", "kinh-te", "quoc-phong-an-ninh", "tiem-nang-dau-tu", "tuyen-truyen",
    "van-hoa-xa-hoi", "chi-dao-dieu-hanh", "hoat-dong", "dang-doan-the", "tuyen-truyen-phap-luat",
)  # fmt: skip
TAGS = 60
YEARS = 8
LAST = datetime(2026, 11, 20, 16, 0, tzinfo=timezone(timedelta(hours=7)))
SYLLABLES = 370  # before the list at the end: about 450 with it
LONGEST_TITLE = 12  # words


@dataclass(frozen=True)
class Article:
    """One article; ``published`` says where it stands among the others."""

    number: int
    section: str
    published: datetime
    title: str
    summary: str
    tags: tuple[str, ...]
    body: str

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return f"bai-{self.number:05d}"


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield articles, oldest first, evenly over eight years."""
    dice = random.Random(seed)  # noqa: S311
    # Numbers put together at random look like somebody's account.
    words = Words([one for one in read_sentences() if not re.search(r"\d", one)], dice)
    tags = [_phrase(words, 3) for _ in range(TAGS)]
    first = LAST - timedelta(days=365 * YEARS)
    for number in range(count):
        yield Article(
            number,
            dice.choice(SECTIONS),
            first + (LAST - first) * number / count,
            f"{_phrase(words, LONGEST_TITLE)} ({number})",
            words.sentence(),
            tuple(sorted({dice.choice(tags) for _ in range(3)})),
            _body(words, dice),
        )


def _phrase(words: Words, longest: int) -> str:
    """Return the beginning of a sentence, without what YAML or a template could take for its own."""
    kept = [word.strip(".,;:()\"'“”") for word in words.sentence().split()[:longest]]
    return " ".join(word for word in kept if word.isalpha()) or "Tin"


def _body(words: Words, dice: random.Random) -> str:
    """Return paragraphs with a heading, a word in bold and a list, as a clerk writes them."""
    parts: list[str] = []
    left = SYLLABLES
    while left > 0:
        text = " ".join(words.sentence() for _ in range(dice.randint(2, 4)))
        left -= len(text.split())
        parts.append(text)
    parts[0] += f" **{_phrase(words, 4)}**."
    parts.insert(len(parts) // 2, f"## {_phrase(words, 8)}")
    parts.append("\n".join(f"- {words.sentence()}" for _ in range(3)))
    return "\n\n".join(parts) + "\n"
