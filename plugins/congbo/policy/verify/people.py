"""Whose keys count: every key belongs to somebody known, and every role that names its keys to the holder's own."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.holders import Holder, person_of
from congbo.policy.keys import OF_MACHINES, OF_PEOPLE, Key
from congbo.policy.model import Policy
from congbo.policy.verify.references import known


def verify_people(policy: Policy) -> None:
    """Refuse keys of nobody, machines that could decide, people who could sign receipts, and roles with others' keys."""
    for key in policy.keys.keys:
        _owner(policy, key)
    for board in policy.boards.values():
        for holder in board.holders:
            _holder(policy, holder)


def _owner(policy: Policy, key: Key) -> None:
    person, machine = policy.people.person(key.person), policy.people.machine(key.person)
    if not person and not machine:
        raise refuse("keys.nobody", key.place, person=key.person)
    for namespace in key.namespaces:
        if person and namespace not in OF_PEOPLE:
            raise refuse("keys.person_signs", key.place, person=key.person, namespace=namespace)
        if machine and namespace not in OF_MACHINES:
            raise refuse("keys.machine_signs", key.place, machine=key.person, namespace=namespace)


def _holder(policy: Policy, holder: Holder) -> None:
    known(holder.principal, [person.id for person in policy.people.people], holder.at("principal"), "person")
    if policy.people.machine(person_of(holder)):
        raise refuse("people.machine_holds", holder.at("principal"), id=holder.id, machine=person_of(holder))
    for fingerprint in holder.keys:
        key = policy.keys.by_fingerprint(fingerprint)
        if key is None or key.person != person_of(holder):
            raise refuse("keys.not_of_holder", holder.at("keys"), fingerprint=fingerprint, person=person_of(holder))
