"""What the YAML parser calls a problem, as locale keys: ``yaml.problem.<name>`` says it, ``.fix`` after it cures it."""

from __future__ import annotations

from collections.abc import Mapping

# The texts are those of libyaml (scanner.c, parser.c), which ruamel.yaml.clib passes on.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "quote_open": ("found unexpected end of stream", "found unexpected document indicator"),
    "no_colon": ("could not find expected ':'",),
    "second_colon": ("mapping values are not allowed in this context", "found unexpected ':'"),
    "dash_in_line": ("block sequence entries are not allowed in this context",),
    "question_mark": ("mapping keys are not allowed in this context",),
    "first_character": ("found character that cannot start any token",),
    "not_a_line": ("did not find expected key",),
    "bracket_open": ("did not find expected ',' or ']'",),
    "brace_open": ("did not find expected ',' or '}'",),
    "no_dash": ("did not find expected '-' indicator",),
    "no_value": ("did not find expected node content",),
    "sign_alone": ("did not find expected alphabetic or numeric character",),
    "block_head": ("did not find expected comment or line break", "found an indentation indicator equal to 0"),
    "escape": (
        "found unknown escape character",
        "did not find expected hexdecimal number",
        "found invalid Unicode character escape code",
    ),
    "tag": (
        "did not find the expected '>'",
        "did not find expected '!'",
        "did not find expected tag URI",
        "did not find URI escaped octet",
        "did not find expected whitespace or line break",
        "found an incorrect leading UTF-8 octet",
        "found an incorrect trailing UTF-8 octet",
        "found undefined tag handle",
    ),
    "directive": (
        "could not find expected directive name",
        "did not find expected digit or '.' character",
        "did not find expected version number",
        "did not find expected whitespace",
        "found extremely long version number",
        "found incompatible YAML document",
        "found duplicate %TAG directive",
        "found duplicate %YAML directive",
        "found unexpected non-alphabetical character",
        "found unknown directive name",
    ),
    "after_the_end": ("did not find expected <document start>",),
}
NAMES: Mapping[str, str] = {text: name for name, texts in _TEXTS.items() for text in texts}

# The parser notices these where the text ends, or a line later; a person looks for them where they began.
AT_THE_START = ("quote_open", "no_colon", "bracket_open", "brace_open")


def name_of(problem: str) -> str:
    """Return the name of a problem by the parser's text; "other" for one that this table does not know."""
    return NAMES.get(problem, "other")
