"""Who is behind e-mails, logins and accounts: people, and machines that are nobody (``policies/keys/people.yml``)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import ident, listed, may, need, record, text
from congbo.strict import Node, Sequence

_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_EMAIL = re.compile(rf"[^\s@<>\"(),:;\\\[\]]+@{_LABEL}(?:\.{_LABEL})+")
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HANDLE = re.compile(r"@[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:/[A-Za-z0-9][A-Za-z0-9._-]*)?")
_ACCOUNT = re.compile(r"[a-z][a-z0-9.-]*:[1-9][0-9]*")


def folded(name: str) -> str:
    """Return an e-mail or login in the form in which two are compared."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


@dataclass(frozen=True)
class Person(Keyed):
    """A human being. ``accounts`` are ``<forge>:<number>``, for a login of a forge can be given to somebody else.

    ``handle`` is such a login, or a team's (``@name``, ``@organisation/team``): whom the forge asks, and never who decides.
    """

    id: str
    name: str
    emails: tuple[str, ...]
    place: Place
    logins: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    handle: str = ""
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Machine(Keyed):
    """An identity that is no person: it may commit, collect or sign receipts, never write, submit or decide."""

    id: str
    place: Place
    emails: tuple[str, ...] = ()
    places: Mapping[str, Place] = no_places()


class People(Struct, frozen=True, dict=True):
    """Everybody whom the repository knows."""

    people: tuple[Person, ...] = ()
    machines: tuple[Machine, ...] = ()

    def person(self, id_: str) -> Person | None:
        """Return the person of an id."""
        return self._by_id.get(id_)

    def machine(self, id_: str) -> Machine | None:
        """Return the machine of an id."""
        return next((machine for machine in self.machines if machine.id == id_), None)

    def by_email(self, email: str) -> Person | None:
        """Return the person who writes under an e-mail, whatever its capitals."""
        return self._by_email.get(folded(email))

    def by_login(self, login: str) -> Person | None:
        """Return the person who pushes under a login."""
        return self._by_login.get(folded(login))

    def by_account(self, account: str) -> Person | None:
        """Return the person behind an account such as ``github:1001``."""
        return self._by_account.get(account)

    def machine_by_email(self, email: str) -> Machine | None:
        """Return the machine that commits under an e-mail."""
        wanted = folded(email)
        return next((one for one in self.machines if wanted in map(folded, one.emails)), None)

    @cached_property
    def _by_id(self) -> Mapping[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _by_email(self) -> Mapping[str, Person]:
        return {folded(email): person for person in self.people for email in person.emails}

    @cached_property
    def _by_login(self) -> Mapping[str, Person]:
        return {folded(login): person for person in self.people for login in person.logins}

    @cached_property
    def _by_account(self) -> Mapping[str, Person]:
        return {account: person for person in self.people for account in person.accounts}


def _shaped(shape: re.Pattern[str], key: str) -> Callable[[Node], str]:
    def reader(node: Node) -> str:
        found = text(node)
        if not shape.fullmatch(found):
            raise refuse(key, node.place, value=found)
        return found

    return reader


def _apart(read: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    """Read a list in which nothing stands twice."""

    def reader(node: Node) -> tuple[str, ...]:
        found = listed(read)(node)
        _refuse_twice(((folded(value), child.place) for value, child in zip(found, _nodes(node), strict=True)))
        return found

    return reader


def _nodes(node: Node) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, Sequence) else ()


def _refuse_twice(values: Iterable[tuple[str, Place]]) -> None:
    first: dict[str, Place] = {}
    for value, place in values:
        if value in first:
            raise refuse("people.twice", place, value=value, first=str(first[value]))
        first[value] = place


_emails = _apart(_shaped(_EMAIL, "people.not_an_email"))
_PERSON = record(
    Person,
    {
        "id": need(ident),
        "name": need(text),
        "emails": need(_emails),
        "logins": may(_apart(_shaped(_LOGIN, "people.not_a_login"))),
        "accounts": may(_apart(_shaped(_ACCOUNT, "people.not_an_account"))),
        "handle": may(_shaped(_HANDLE, "people.not_a_handle")),
    },
)
_MACHINE = record(Machine, {"id": need(ident), "emails": may(_emails)})
_PEOPLE = record(People, {"people": need(listed(_PERSON)), "machines": may(listed(_MACHINE))})


def read_people(node: Node) -> People:
    """Read the file; whoever shares an id, an e-mail, a login or an account with another is refused."""
    found = _PEOPLE(node)
    everybody: tuple[Person | Machine, ...] = (*found.people, *found.machines)
    _refuse_twice((one.id, one.at("id")) for one in everybody)
    _refuse_twice((folded(email), one.at("emails")) for one in everybody for email in one.emails)
    _refuse_twice((folded(login), one.at("logins")) for one in found.people for login in one.logins)
    _refuse_twice(
        (folded(one.handle), one.at("handle")) for one in found.people if one.handle and "/" not in one.handle
    )
    _refuse_twice((account, one.at("accounts")) for one in found.people for account in one.accounts)
    return found
