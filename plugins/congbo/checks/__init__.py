"""The checks: one file each, and the written registry of them.

A rule check answers for clauses of a regulation: it takes the corpus and every rule of its kind; ``alone`` tells which of
them are about one item alone. A house check answers for rules of our own (``CB-...``), which no article asks for.
"""

from __future__ import annotations

from collections.abc import Mapping

from congbo.checks import (
    attachment_kind,
    attachments,
    body,
    body_structure,
    checklist,
    data_files,
    deadline,
    document_number,
    document_relations,
    duplicate_id,
    duplicate_key,
    encoding,
    fields,
    file_name,
    front_matter,
    genre,
    known_section,
    links,
    offered,
    old_encoding,
    order_of_dates,
    private_data,
    references,
    review_by,
    scan,
    security,
    tags,
    text,
    told,
    translation,
    waiver,
)
from congbo.checks.reach import BY_ID
from congbo.checks.scope import HouseCheck, Reach, RuleCheck, Sight, of_one_item, of_portals, sight_of

RULE_CHECKS: Mapping[str, RuleCheck] = {
    "attachments": RuleCheck(attachments.check, alone=of_one_item, reach=BY_ID),
    "board": RuleCheck(of_portals("board"), sight=sight_of("board")),
    "cadence": RuleCheck(of_portals("cadence"), sight=sight_of("cadence")),
    "checklist": RuleCheck(checklist.check, alone=lambda _: True),
    "deadline": RuleCheck(deadline.check, alone=of_one_item, reach=BY_ID),
    "domain": RuleCheck(of_portals("domain"), of_policies=True),
    "encoding": RuleCheck(encoding.check, alone=of_one_item, reach=BY_ID),
    "fields": RuleCheck(fields.check, alone=of_one_item, reach=BY_ID),
    "links": RuleCheck(
        links.check, alone=links.of_one_item, reach=BY_ID, sight=Sight(links.sees, links.group_of, links.enough)
    ),
    "own_key": RuleCheck(of_portals("own_key"), of_policies=True),
    "quota": RuleCheck(of_portals("quota"), sight=sight_of("quota")),
    "record": RuleCheck(of_portals("record"), of_policies=True),
    "scan": RuleCheck(scan.check, alone=scan.alone, reach=BY_ID, by_prints=scan.of_copies),
    "sections": RuleCheck(of_portals("sections"), sight=sight_of("sections")),
}

HOUSE_CHECKS: Mapping[str, HouseCheck] = {
    "front_matter": HouseCheck(alone=front_matter.check),
    "known_section": HouseCheck(alone=known_section.check),
    "duplicate_id": HouseCheck(around=duplicate_id.check, reach=BY_ID),
    "duplicate_key": HouseCheck(around=duplicate_key.check, reach=Reach(duplicate_key.shows)),
    "references": HouseCheck(alone=references.check, around=references.check_others, reach=BY_ID),
    "order_of_dates": HouseCheck(alone=order_of_dates.check),
    "document_number": HouseCheck(around=document_number.check, reach=Reach(document_number.shows)),
    "document_relations": HouseCheck(
        around=document_relations.check, reach=Reach(document_relations.shows, document_relations.asks)
    ),
    "text": HouseCheck(alone=text.check),
    "body": HouseCheck(alone=body.check),
    "body_structure": HouseCheck(alone=body_structure.check),
    "private_data": HouseCheck(alone=private_data.check),
    "old_encoding": HouseCheck(alone=old_encoding.check),
    "attachment_kind": HouseCheck(alone=attachment_kind.check),
    "data_files": HouseCheck(alone=data_files.check),
    "file_name": HouseCheck(around=file_name.check, of_paths=True),
    "waiver": HouseCheck(around=waiver.check, asked_by=waiver.asks),
    "security": HouseCheck(around=security.check, asked_by=security.asks),
    "told": HouseCheck(alone=told.check, around=told.check_others, reach=BY_ID),
    "review_by": HouseCheck(alone=review_by.check),
    "translation": HouseCheck(alone=translation.check, around=translation.check_others, reach=BY_ID),
    "offered": HouseCheck(alone=offered.check),
    "tags": HouseCheck(alone=tags.check),
    "genre": HouseCheck(alone=genre.check),
}

CHECKS = (*RULE_CHECKS, *HOUSE_CHECKS)
