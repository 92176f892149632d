"""What this version can do, written down: the parts that other kinds and features wait for, and where each is tested."""

from __future__ import annotations

from congbo.facts.met import Means
from congbo.policy.kinds import KINDS

_RULES = "regulations as code"
_REPORTS = "archive and reports"
_SITE = "site"

# Kinds that the gate judges, not a check of files: a step is taken by a person, and no file alone shows it.
KINDS_OF_GATE = ("step",)

# Kinds of checks that do not exist yet. A test holds this table and the registry of checks together.
KINDS_PLANNED = {
    "report": _REPORTS,
    "royalty": _REPORTS,
}

# Features of this version and the test that shows each; every other feature waits for the part named beside it.
FEATURES_MET = {
    "atomic_release": "tests/flows/test_publish.py",
    "attribution": "tests/flows/test_site.py",
    "canonical_host": "tests/flows/test_site.py",
    "component_overview": "tests/flows/test_site.py",
    "component_services": "tests/flows/test_site.py",
    "correction": "tests/flows/test_publishing_states.py",
    "editions": "tests/flows/test_editions.py",
    "effect_state": "tests/facts/test_effect.py",
    "facets": "tests/site/test_documents.py",
    "feed": "tests/flows/test_site.py",
    "footer": "tests/flows/test_site.py",
    "force": "tests/commands/test_rules_command.py",
    "known_section": "tests/cases/known_section",
    "language_switch": "tests/flows/test_site.py",
    "open_data": "tests/flows/test_for_machines.py",
    "open_reading": "tests/flows/test_site.py",
    "privacy_page": "tests/site/test_standing.py",
    "question_status": "tests/flows/test_site.py",
    "schedule_views": "tests/site/test_schedules.py",
    "search": "tests/flows/test_search.py",
    "site_map": "tests/flows/test_site.py",
    "source_line": "tests/flows/test_site.py",
    "topic_pages": "tests/site/test_topics.py",
    "terms_page": "tests/site/test_standing.py",
}
_FEATURES_PLANNED = {
    "archive_export": _REPORTS,
    "accessibility": _SITE,
    "backup": _REPORTS,
    "consultation": _SITE,
    "contribution_statistics": _REPORTS,
    "fast_and_safe": _SITE,
    "keeps_everything": _REPORTS,
    "open_data": _SITE,
    "valid_html": _SITE,
}

MEANS = Means(
    planned={
        **{f"check:{kind}": part for kind, part in KINDS_PLANNED.items()},
        **{f"feature:{name}": part for name, part in _FEATURES_PLANNED.items()},
    },
    subjects=("item", "portal", "unit", "holder", "receipt", "change"),
    tests={
        **{f"check:{kind}": (f"tests/cases/{kind}",) for kind in KINDS if kind not in KINDS_PLANNED},
        **{f"check:{kind}": ("tests/gate/test_clauses.py",) for kind in KINDS_OF_GATE},
        **{f"feature:{name}": (test,) for name, test in FEATURES_MET.items()},
        "record:*": ("tests/cases/record", "tests/facts/test_record_duties.py"),
    },
)
