"""Whom a change of the keys or of the list of persons is about."""

from __future__ import annotations

from congbo.policy import Policy


def people_of_keys(before: Policy, after: Policy) -> frozenset[str]:
    """Return the persons whose keys, e-mails, logins or accounts differ."""
    return frozenset(person for person, _ in _keys(before) ^ _keys(after)) | frozenset(
        person for person, _ in _people(before) ^ _people(after)
    )


def _keys(policy: Policy) -> frozenset[tuple[str, tuple[object, ...]]]:
    return frozenset(
        (key.person, (key.fingerprint, key.namespaces, key.valid_after, key.valid_before)) for key in policy.keys.keys
    )


def _people(policy: Policy) -> frozenset[tuple[str, tuple[object, ...]]]:
    return frozenset((one.id, (one.name, one.emails, one.logins, one.accounts)) for one in policy.people.people)
