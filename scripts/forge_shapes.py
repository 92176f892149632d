"""Writes tests/data/github/: the shapes of GitHub's answers that we read, and reviews that GitHub really sent.

Needs the packages @octokit/openapi and @octokit/webhooks-examples (MIT) in a folder ``node_modules``, which is the argument.
What the program does not read is left out, so that the files stay small and a new version shows what has changed for us.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "tests" / "data" / "github"
REPOSITORY = "/repos/{owner}/{repo}"
PULL = {
    "number": {}, "draft": {}, "user": {"id": {}}, "base": {"ref": {}, "sha": {}},
    "head": {"ref": {}, "sha": {}, "repo": {"full_name": {}}},
}  # fmt: skip
# Address -> the keys that are read; None keeps all of a small answer.
READ: dict[str, Any] = {
    f"{REPOSITORY}/pulls": PULL,
    f"{REPOSITORY}/pulls/{{pull_number}}": PULL,
    f"{REPOSITORY}/pulls/{{pull_number}}/reviews": None,
    f"{REPOSITORY}/activity": None,
    f"{REPOSITORY}/issues/{{issue_number}}/comments": {"id": {}, "body": {}, "user": {"id": {}, "type": {}}},
    f"{REPOSITORY}/actions/permissions/workflow": None,
    f"{REPOSITORY}/actions/permissions": None,
    f"{REPOSITORY}/environments/{{environment_name}}/deployment-branch-policies": None,
    f"{REPOSITORY}/environments/{{environment_name}}/secrets/{{secret_name}}": None,
}
SAID = ("description", "example", "examples", "title", "externalDocs", "deprecated", "format", "pattern")


def main(modules: Path) -> None:
    """Write both files."""
    openapi = json.loads((modules / "@octokit/openapi/generated/api.github.com.deref.json").read_text("utf-8"))
    shapes = {path: plain(_only(_schema(openapi, path), keys)) for path, keys in READ.items()}
    shapes["version"] = openapi["info"]["version"]
    _write("shapes.json", shapes)
    hooks = json.loads((modules / "@octokit/webhooks-examples/api.github.com/index.json").read_text("utf-8"))
    events = {one["name"]: one["examples"] for one in hooks}
    example = openapi["paths"][f"{REPOSITORY}/pulls/{{pull_number}}/reviews"]["get"]["responses"]["200"]
    (answer,) = example["content"]["application/json"]["examples"].values()
    _write(
        "reviews.json", {"answer": answer["value"], "sent": [one["review"] for one in events["pull_request_review"]]}
    )


def _schema(openapi: dict[str, Any], path: str) -> dict[str, Any]:
    found: dict[str, Any] = openapi["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return found


def _only(schema: dict[str, Any], keys: dict[str, Any] | None) -> dict[str, Any]:
    """Leave the keys that are read."""
    if not keys:
        return schema
    if "items" in schema:
        return {**schema, "items": _only(schema["items"], keys)}
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema and "properties" not in schema:
            return {**schema, choice: [_only(one, keys) for one in schema[choice]]}
    kept = {name: _only(one, keys[name]) for name, one in schema.get("properties", {}).items() if name in keys}
    required = [name for name in schema.get("required", ()) if name in keys]
    return {**schema, "properties": kept, "required": required}


def plain(schema: Any) -> Any:
    """Return the schema without prose; ``nullable`` of OpenAPI 3.0 in the words of JSON Schema."""
    if isinstance(schema, list):
        return [plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: plain(value) for key, value in schema.items() if key not in SAID or isinstance(value, dict)}
    if found.pop("nullable", False) is True and isinstance(found.get("type"), str):
        found["type"] = [found["type"], "null"]
        found.pop("enum", None)
    return found


def _write(name: str, document: object) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text(json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
