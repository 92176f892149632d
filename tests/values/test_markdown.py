"""Words of others inside Markdown: whatever they are, a reader of Markdown finds the same words and no markup."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from congbo.text.markdown import code, plain
from congbo.text.visible import visible

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
WORDS = st.text(
    st.sampled_from(list("ab ệ`*_[]()<>!#|~\\@:/&;$^{}=+-.\"'\r\n\t\u202e\u00a0\u2028w1")) | st.characters(),
    max_size=40,
)


def spans(text: str) -> list[Token]:
    """Return the spans of one paragraph; anything but a paragraph is a fault."""
    blocks = READER.parse(f"- **X** {text} end")
    kinds = [block.type for block in blocks]
    assert kinds == [
        "bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close",
        "bullet_list_close",
    ]  # fmt: skip
    children = [child for child in blocks[3].children or [] if child.content or child.nesting]
    assert [child.type for child in children[:3]] == ["strong_open", "text", "strong_close"]
    return children[3:]


def read(text: str) -> str:
    return "".join(span.content for span in spans(text))


@given(WORDS)
@example("`x`@a`<img src=x>")
@example("``` `` `")
@example("\\`a`\\")
@example("`@`@`@")
@example("a`b`c`[x](javascript:alert)")
def test_no_words_become_markup(words: str) -> None:
    assert {span.type for span in spans(plain(words))} <= {"text", "code_inline", "text_special"}


@given(WORDS)
def test_no_words_are_lost(words: str) -> None:
    shown = visible(" ".join(words.replace("\r", "\n").split("\n")))
    letters = [c for c in read(plain(words)) if c not in "` "]
    assert letters == [c for c in shown + "end" if c not in "` "]


@given(WORDS)
def test_code_is_one_span(words: str) -> None:
    kinds = {span.type for span in spans(code(words))}
    assert kinds == ({"text", "code_inline"} if visible(words).strip("\r\n ") else {"text"})


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Thêm dòng `don_vi: …`.", "Thêm dòng `don_vi: …`."),
        ("“Lễ hội” (lần 2), 50%", "“Lễ hội” (lần 2), 50%"),
        ("a * b _c_ [d] #e", r"a \* b \_c\_ \[d\] \#e"),
        ("<script>alert(1)</script> & co", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"),
        ("gửi @quan-tri", "gửi `@quan-tri`"),
        ("a@b.example", "`a@b.example`"),
        ("xem https://x.example/y và www.z.example", "xem `https://x.example/y` và `www.z.example`"),
        ("sửa #12, GH-7", "sửa `#12,` `GH-7`"),
        ("một\r\nhai", "một hai"),
        ("a\u202eb", r"a\\u202eb"),
        ("lẻ ` thôi", r"lẻ \` thôi"),
    ],
)
def test_examples(words: str, written: str) -> None:
    assert plain(words) == written


@pytest.mark.parametrize(
    ("words", "written"), [("a.md", "`a.md`"), ("a`b", "``a`b``"), ("`a", "`` `a ``"), ("", r"\`\`"), ("a\nb", "`a b`")]
)
def test_code_examples(words: str, written: str) -> None:
    assert code(words) == written


def test_a_long_word_takes_no_time() -> None:
    assert len(plain("a" * 1_000_000)) == 1_000_000
