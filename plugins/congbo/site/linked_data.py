"""What a page says of itself for machines, as JSON-LD: data beside the page, of the same facts, which no browser runs."""

from __future__ import annotations

import json

from markupsafe import Markup

from congbo.site.views import PageFacts

# What could end the element or begin another one, as JSON writes it otherwise.
_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def linked_data(page: PageFacts) -> Markup:
    """Return where a page stands (schema.org's BreadcrumbList), from the home page down to itself."""
    above = [(link.title, f"https://{page.chrome.host}/{link.url}") for link in page.crumbs]
    data = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": url}
            for at, (name, url) in enumerate([*above, (page.title, page.canonical)], 1)
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_SAFE))  # noqa: S704  # nothing in it can end the element
