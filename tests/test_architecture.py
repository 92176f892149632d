"""The shape of the package: imports point one way, registries agree with their folders, everything stays small."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

from congbo.checks import CHECKS
from congbo.commands import COMMANDS
from congbo.output import FORMATS

PLUGINS = Path(__file__).parents[1] / "plugins"
PACKAGE = PLUGINS / "congbo"
FILES = sorted(PACKAGE.rglob("*.py"))

# From the bottom to the top: a part imports parts of lower layers only. A new part is written in here.
LAYERS = {
    "values": (
        "place",
        "resting",
        "message",
        "errors",
        "finding",
        "dates",
        "text",
        "strict",
        "typed",
        "locale",
        "ssh",
        "forked",
        "frozen",
    ),
    "clock": ("clock",),
    "readers": ("tree", "history", "policy", "item", "attached", "store", "signed", "pictures"),
    "facts": ("facts",),
    "shelf": ("shelf",),
    "register": ("register",),
    "capabilities": (
        "checks",
        "output",
        "site",
        "deploy",
        "review",
        "enrolment",
        "server",
        "search",
        "archive",
        "reports",
        "intake",
        "forge",
    ),
    "commands": ("commands", "__main__"),
}
# Within these layers a part may import its neighbours, as long as nobody goes round in a circle.
NEIGHBOURLY = ("values", "readers", "commands")
RANK = {part: rank for rank, parts in enumerate(LAYERS.values()) for part in parts}
LAYER = {part: layer for layer, parts in LAYERS.items() for part in parts}

# Library -> the only files that import it.
ONLY_IN = {
    "git": ("history/repository.py",),
    "pelican": ("site/plugin.py", "site/reader.py", "site/build.py", "site/generator.py", "site/writer.py"),
    "ruamel": ("strict/compose.py", "strict/edit.py"),
    "PIL": ("attached/picture.py", "pictures/drawn.py", "pictures/header.py", "pictures/kept.py"),
    "pypdf": ("attached/pdf.py", "attached/pdf_work.py"),
    "defusedxml": ("attached/xml.py", "attached/pdf.py", "attached/picture.py"),
    "urllib3": ("forge/http.py", "deploy/reading.py"),
    "frontmatter": ("item/front_matter.py",),
    "boto3": ("deploy/targets/s3_store.py",),
    "botocore": ("deploy/targets/s3_store.py",),
    "brotli": ("deploy/targets/packed.py",),
    "fpdf": ("review/slip_pdf.py",),
    "fontTools": ("review/slip_fonts.py",),
    "smtplib": ("review/relay.py",),
    "flask": tuple(
        f"commands/desk/{name}.py"
        for name in (
            "__init__",
            "app",
            "change_page",
            "deciding_page",
            "enrolling",
            "guard",
            "list_page",
            "preview_pages",
        )
    ),
    "werkzeug": tuple(
        f"commands/desk/{name}.py"
        for name in ("__init__", "app", "change_page", "deciding_page", "guard", "preview_pages")
    ),
}
READS_THE_CLOCK = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("time", "time"), ("time", "localtime"), ("time", "gmtime"), ("time", "ctime"), ("time", "strftime"),
}  # fmt: skip
CHECK_HELPERS = ("__init__", "alone", "house", "judge", "nearby", "reach", "ruled", "scope", "survey", "timing")


@cache
def tree(file: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(file.read_text("utf-8"))


def name_of(file: Path) -> str:
    """Return the path within the package."""
    return file.relative_to(PACKAGE).as_posix()


def part_of(file: Path) -> str:
    """Return the part that a file belongs to: the subpackage, or the module itself."""
    return name_of(file).split("/")[0].removesuffix(".py")


def rank_of(file: Path) -> int:
    """Return how high a file's part lies; the package's own ``__init__`` lies lowest."""
    return RANK.get(part_of(file), 0)


def modules(file: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports, wherever in the file."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(file: Path) -> set[str]:
    """Return the other parts of the package that a file imports."""
    named = {name.split(".")[1] for name in modules(file) if name.startswith("congbo.")}
    return (named & RANK.keys()) - {part_of(file)}


def test_every_file_belongs_to_a_part_of_a_known_layer() -> None:
    assert [name_of(file) for file in FILES if part_of(file) not in RANK] == ["__init__.py"]


def test_imports_point_one_way() -> None:
    assert [
        (name_of(file), other) for file in FILES for other in parts_imported(file) if RANK[other] > rank_of(file)
    ] == []


def test_capabilities_do_not_import_each_other() -> None:
    level = [(file, other) for file in FILES for other in parts_imported(file) if RANK[other] == rank_of(file)]
    assert [(name_of(file), other) for file, other in level if LAYER[part_of(file)] not in NEIGHBOURLY] == []


def test_no_part_imports_itself_through_others() -> None:
    graph = {part: set[str]() for part in RANK}
    for file in FILES:
        if part_of(file) in graph:
            graph[part_of(file)] |= parts_imported(file)
    left = dict(graph)
    while free := [part for part, imported in left.items() if not imported & left.keys()]:
        for part in free:
            del left[part]
    assert left == {}


def test_imports_name_the_package_in_full() -> None:
    relative = {
        name_of(f) for f in FILES for node in ast.walk(tree(f)) if isinstance(node, ast.ImportFrom) and node.level
    }
    outside = {
        name_of(f) for f in FILES for name in modules(f) if name.split(".")[0] in ("plugins", "tests", "support")
    }
    assert (relative, outside) == (set(), set())


@pytest.mark.parametrize(("library", "files"), ONLY_IN.items(), ids=ONLY_IN)
def test_a_library_is_imported_behind_one_door(library: str, files: tuple[str, ...]) -> None:
    found = {name_of(file) for file in FILES if any(name.split(".")[0] == library for name in modules(file))}
    assert found <= set(files)
    assert found, "nobody imports it: strike it from the list"


def test_only_the_clock_reads_the_clock() -> None:
    reading = {
        name_of(file)
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if (node.value.id, node.attr) in READS_THE_CLOCK
    }
    assert reading == {"clock.py"}


def test_only_the_outermost_ask_the_clock() -> None:
    asking = {name_of(file) for file in FILES if "clock" in parts_imported(file)}
    assert all(name.startswith("commands/") or name == "site/plugin.py" for name in asking)


def test_only_what_speaks_to_people_puts_sentences_into_words() -> None:
    assert {part_of(file) for file in FILES if "locale" in parts_imported(file)} <= {
        "output",
        "site",
        "commands",
        "__main__",
        "review",
    }


def test_nothing_but_the_package_lies_in_plugins() -> None:
    assert [
        entry.name for entry in PLUGINS.iterdir() if entry.name != "__pycache__" and entry.suffix != ".egg-info"
    ] == ["congbo"]


# ---- registries


def test_the_registry_of_checks_agrees_with_the_folder() -> None:
    files = {file.stem for file in (PACKAGE / "checks").glob("*.py")} - set(CHECK_HELPERS)
    assert files == set(CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_the_docstring_of_a_check_is_its_manual(check: str) -> None:
    words = ast.get_docstring(tree(PACKAGE / "checks" / f"{check}.py")) or ""
    assert [heading for heading in ("What it checks:", "Why:", "How to fix:") if heading not in words] == []


def test_the_registry_of_formats_agrees_with_the_folder() -> None:
    assert {file.stem for file in (PACKAGE / "output").glob("*.py")} - {"__init__", "report"} == set(FORMATS)


def test_every_command_has_its_file() -> None:
    parts = {file.stem for file in (PACKAGE / "commands").glob("*.py")}
    packages = {file.parent.name for file in (PACKAGE / "commands").glob("*/__init__.py")}
    assert set(COMMANDS) <= parts | packages


def test_every_verb_has_its_file() -> None:
    for folder in (PACKAGE / "commands").glob("*/__init__.py"):
        verbs = getattr(importlib.import_module(f"congbo.commands.{folder.parent.name}"), "VERBS", ())
        files = {file.stem.rstrip("_").replace("_", "-") for file in folder.parent.glob("*.py")}
        assert set(verbs) <= files, folder


# ---- regulation in YAML, mechanism in Python


def test_no_clause_is_named_in_code() -> None:
    named = [
        (name_of(file), text) for file in FILES for text in strings(file) if re.search(r"\b(?:HD|DL|TQ|HT|QN)-\d", text)
    ]
    assert named == []


def strings(file: Path) -> Iterator[str]:
    """Yield the texts of a file, docstrings aside."""
    prose = {id(text) for node in ast.walk(tree(file)) if (text := docstring(node))}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def docstring(node: ast.AST) -> ast.Constant | None:
    """Return the node of a docstring."""
    body = getattr(node, "body", None)
    first = body[0] if isinstance(body, list) and body else None
    value = first.value if isinstance(first, ast.Expr) else None
    return value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


# ---- small by habit


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Yield each function with its number of lines."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name_of(file)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [(name, lines) for file in FILES for name, lines in functions(file) if lines > 50] == []


def test_no_file_is_longer_than_two_hundred_lines() -> None:
    assert [name_of(file) for file in FILES if len(file.read_text("utf-8").splitlines()) > 200] == []


def test_no_two_test_modules_have_one_name() -> None:
    """pytest imports them by their names alone: of two of one name it leaves one out, and says so only at the end."""
    names = Counter(file.name for file in Path(__file__).parent.rglob("test_*.py"))
    assert [name for name, times in names.items() if times > 1] == []


def test_files_and_functions_are_small_as_a_rule() -> None:
    lengths = [lines for file in FILES for _, lines in functions(file)]
    assert median(len(file.read_text("utf-8").splitlines()) for file in FILES) <= 80
    assert median(lengths) <= 8
    assert quantiles(lengths, n=10)[-1] <= 30


def test_what_pages_show_is_made_of_structs() -> None:
    """A dataclass costs every start half a millisecond (ADR 28)."""
    views = [file for file in FILES if file.parent.name == "views"]
    assert len(views) > 10
    assert [name_of(file) for file in views if "dataclass" in file.read_text("utf-8")] == []


def test_a_default_is_made_by_the_library_that_makes_the_class() -> None:
    """To a Struct a default of dataclasses is a value like others: it would stand in the field."""
    for file in FILES:
        names = {
            one.asname or one.name: node.module
            for node in ast.walk(tree(file))
            if isinstance(node, ast.ImportFrom)
            for one in node.names
        }
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef) and "field(" in ast.unparse(node):
                made = (
                    "dataclasses" if any("dataclass" in ast.unparse(one) for one in node.decorator_list) else "msgspec"
                )
                assert names.get("field", made) == made, f"{name_of(file)}:{node.name}"


def test_every_function_is_typed() -> None:
    assert [f"{name_of(file)}:{node.lineno}" for file in FILES for node in ast.walk(tree(file)) if untyped(node)] == []


def untyped(node: ast.AST) -> bool:
    """Tell whether a node is a function that lacks a type somewhere."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    return node.returns is None or any(one.annotation is None for one in arguments if one.arg not in ("self", "cls"))
