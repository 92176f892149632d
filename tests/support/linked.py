"""What the JSON-LD of pages may look like: the words of schema.org in use here, nothing empty, times with their zone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

_TEXT = {"type": "string", "minLength": 1}
_URL = {"type": "string", "pattern": "^https://[^\\s]+$"}
_SITE = {"type": "string", "pattern": "^https?://[^\\s]+$"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?\+07:00)?$"}
_SPAN = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d$"}
_COUNT = {"type": "integer", "minimum": 0}


def _one(*names: str) -> dict[str, Any]:
    return {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in names]}


def _many(name: str) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": _one(name)}


def _thing(needs: Mapping[str, Any], **may: Any) -> dict[str, Any]:
    properties = {"@type": _TEXT, **needs, **may}
    return {"type": "object", "properties": properties, "required": list(needs), "additionalProperties": False}


_WORDS = {"type": "array", "minItems": 1, "items": _TEXT}
_SAID = {
    "url": _URL, "description": _TEXT, "inLanguage": {"enum": ["vi", "en", "zh"]}, "datePublished": _DAY,
    "dateModified": _DAY, "image": _one("ImageObject"), "keywords": _WORDS, "publisher": _one("GovernmentOrganization"),
}  # fmt: skip
_FILE = {"name": _TEXT, "contentUrl": _URL, "contentSize": _TEXT, "encodingFormat": _TEXT}

DEFINED: dict[str, Any] = {
    "BreadcrumbList": _thing({"itemListElement": _many("ListItem")}),
    "ListItem": _thing({"position": _COUNT, "name": _TEXT, "item": _URL}),
    "WebSite": _thing({"name": _TEXT, "url": _URL}, description=_TEXT, inLanguage=_TEXT,
                      publisher=_thing({"@id": _URL}), isPartOf=_one("WebSite")),
    "GovernmentOrganization": _thing(
        {"name": _TEXT}, **{"@id": _URL}, url=_URL, description=_TEXT, address=_TEXT, telephone=_TEXT, faxNumber=_TEXT,
        email=_TEXT, image=_one("ImageObject"),
    ),
    "Person": _thing({"name": _TEXT}),
    "Thing": _thing({"name": _TEXT}),
    "Place": _thing({"name": _TEXT}, address=_TEXT),
    "VirtualLocation": _thing({"url": _URL}),
    "ServiceChannel": _thing({"serviceUrl": _SITE}),
    "ImageObject": _thing({"url": _URL, "caption": _TEXT}, width=_COUNT, height=_COUNT, creditText=_TEXT),
    "MediaObject": _thing(_FILE),
    "DataDownload": _thing(_FILE),
    "PropertyValue": _thing({"name": _TEXT, "value": {"type": ["number", "string"]}}, unitText=_TEXT),
    "NewsArticle": _thing(
        {"headline": _TEXT, "url": _URL, "datePublished": _DAY, "author": _one("Person", "GovernmentOrganization"),
         "publisher": _one("GovernmentOrganization")},
        **{**_SAID, "articleSection": _TEXT, "creditText": _TEXT, "isBasedOn": _SITE},
    ),
    "Legislation": _thing(
        {"legislationIdentifier": _TEXT},
        **{**_SAID, "name": _TEXT, "abstract": _TEXT, "legislationType": _TEXT, "legislationDate": _DAY,
           "legislationPassedBy": _one("GovernmentOrganization"), "encoding": _many("MediaObject"),
           "legislationLegalForce": {"enum": [f"https://schema.org/{one}" for one in (
               "InForce", "PartiallyInForce", "NotInForce")]},
           "legislationDateVersion": _DAY, "legislationDateOfApplicability": _DAY, "expires": _DAY,
           "legislationChanges": _many("Legislation"), "legislationRepeals": _many("Legislation")},
    ),
    "DigitalDocument": _thing({"name": _TEXT, "url": _URL}, **{**_SAID, "encoding": _many("MediaObject")}),
    "GovernmentService": _thing(
        {"name": _TEXT, "url": _URL, "provider": _one("GovernmentOrganization")}, description=_TEXT, serviceType=_TEXT,
        serviceOutput=_one("Thing"), availableChannel=_one("ServiceChannel"),
    ),
    "Event": _thing(
        {"name": _TEXT, "url": _URL, "startDate": _DAY, "organizer": _one("GovernmentOrganization")}, description=_TEXT,
        inLanguage=_TEXT, endDate=_DAY, location=_one("Place", "VirtualLocation"),
        eventAttendanceMode={"const": "https://schema.org/OnlineEventAttendanceMode"},
    ),
    "Dataset": _thing(
        {"name": _TEXT, "url": _URL, "description": _TEXT},
        **{**_SAID, "creator": _one("GovernmentOrganization"), "temporalCoverage": _SPAN, "license": _URL,
           "variableMeasured": _one("PropertyValue"), "isAccessibleForFree": {"const": True},
           "measurementTechnique": _TEXT, "distribution": _many("DataDownload")},
    ),
    "DataCatalog": _thing(
        {"name": _TEXT, "url": _URL, "description": _TEXT},
        **{**_SAID, "license": _URL, "isAccessibleForFree": {"const": True}},
    ),
    "QAPage": _thing({"url": _URL, "mainEntity": _one("Question")}, inLanguage=_TEXT),
    "Question": _thing(
        {"name": _TEXT, "text": _TEXT, "answerCount": _COUNT}, dateCreated=_DAY, acceptedAnswer=_one("Answer"),
    ),
    "Answer": _thing({"text": _TEXT}, dateCreated=_DAY, author=_one("GovernmentOrganization")),
}  # fmt: skip
for _name, _schema in DEFINED.items():
    _schema["properties"]["@type"] = {"const": _name}


@cache
def _validator() -> Draft202012Validator:
    graph = {"type": "array", "minItems": 1, "items": _one(*DEFINED)}
    known = _thing({"@context": {"const": "https://schema.org"}, "@graph": graph})
    del known["properties"]["@type"]
    return Draft202012Validator(known | {"$defs": DEFINED})


def linked(page: str) -> dict[str, Any] | None:
    """Return the data of a page, None if it has none; raises AssertionError if there is more than one or it is not JSON."""
    found = SCRIPT.findall(page)
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def faults(data: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a page's data."""
    return [error.message for error in _validator().iter_errors(data)]
