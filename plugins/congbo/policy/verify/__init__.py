"""What one policy file alone cannot show: dangling references, doubled clauses, overlapping terms of office.

Each verifier takes the whole policy and raises CongboError at the place of the fault.
"""

from __future__ import annotations

from congbo.policy.model import Policy
from congbo.policy.verify.boards import verify_board_rules
from congbo.policy.verify.calendars import verify_calendars
from congbo.policy.verify.checklist import verify_checklist
from congbo.policy.verify.content import verify_sections, verify_types, verify_units
from congbo.policy.verify.holders import verify_holders
from congbo.policy.verify.hosts import verify_hosts
from congbo.policy.verify.limits import verify_limits
from congbo.policy.verify.people import verify_people
from congbo.policy.verify.portals import verify_portals
from congbo.policy.verify.procedures import verify_procedures
from congbo.policy.verify.record_rules import verify_record_rules
from congbo.policy.verify.record_types import verify_record_types
from congbo.policy.verify.records import verify_records
from congbo.policy.verify.regulations import verify_clauses, verify_laws, verify_regulations
from congbo.policy.verify.targets import verify_targets

VERIFIERS = (
    verify_types,
    verify_sections,
    verify_units,
    verify_calendars,
    verify_laws,
    verify_regulations,
    verify_clauses,
    verify_checklist,
    verify_procedures,
    verify_board_rules,
    verify_portals,
    verify_limits,
    verify_holders,
    verify_people,
    verify_hosts,
    verify_targets,
    verify_record_rules,
    verify_records,
)

__all__ = ["verify", "verify_record_types"]


def verify(policy: Policy) -> None:
    """Run every verifier, in the order in which a reader would mend the faults."""
    for verifier in VERIFIERS:
        verifier(policy)
