"""A release: checked, written beside the live one, verified, swapped in; and the word about what came too late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from congbo.commands.common import Progress
from congbo.commands.errors_of import refuse_errors
from congbo.commands.feeding import Feed, Noted, feed
from congbo.commands.fronting import facts_of, front_page
from congbo.commands.origin import Origin
from congbo.commands.proving import proven
from congbo.commands.renewing import Standing, standing, with_sound_rows
from congbo.commands.targets import GRACE, edition_for, link_of, target_of
from congbo.commands.wanted import Wanted
from congbo.deploy.draft import Draft, Release, draft, finish
from congbo.deploy.live import live_manifest, on_purpose, refuse_folder, shown, swap
from congbo.deploy.manifest import NAME, Manifest, ReleaseFacts
from congbo.deploy.proof import Proof
from congbo.deploy.prune import prune
from congbo.deploy.targets import Sent, send
from congbo.deploy.view import view
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.facts import addresses
from congbo.facts.corpus import Corpus
from congbo.facts.schedule import Scheduled, missed
from congbo.frozen import replace
from congbo.history.descent import descends
from congbo.history.reading import one_process
from congbo.history.refs import ref_at
from congbo.item import Item
from congbo.place import Place
from congbo.policy.targets import FOLDER, Target
from congbo.register.approved import approved_by
from congbo.register.links import RECEIPTS
from congbo.site.built import Built
from congbo.site.render import Theme


@dataclass(frozen=True)
class Released:
    """What was built, the link to it, the items that appear only now though their moment came long ago, what travelled.

    ``proof``: what was read back of it; None where it cannot be read from here. ``turn``: when an item comes or goes next.
    """

    corpus: Corpus
    built: list[Built]
    link: Path
    late: tuple[Scheduled, ...]
    sent: Sent | None = None
    proof: Proof | None = None
    turn: datetime | None = None

    @property
    def code(self) -> int:
        """Return the exit code: 1, with the release in place, where the timer has failed or what is live differs from it."""
        return REFUSED if self.late or (self.proof and not self.proof.holds) else CLEAN


def release(
    home: Path, origin: Origin, at: datetime, target: str, edition: str | None, lang: str, *, full: bool = False
) -> Released:
    """Release an origin to a target of ``home``; until the last step the old release stays.

    ``full``: everything is written anew, shared with no earlier release.
    """
    with one_process(origin.repository):
        return with_sound_rows(origin, partial(_release, home, origin, at, target, edition, lang, full=full))


def _release(
    home: Path, origin: Origin, at: datetime, target: str, edition: str | None, lang: str, *, full: bool
) -> Released:
    place = target_of(origin.policy, target)
    link, limit = link_of(home, place), edition_for(origin.policy, place, edition)
    refuse_folder(link)
    with draft(home, anew=full) as made:
        refuse_older(origin, made, link, target)
        refuse_errors(origin, at, lang)
        with standing(origin, at, edition or "", _continued(made)) as stood:
            built = _fed(made, origin, stood, Wanted(edition=edition), Progress(lang))
            late = missed(stood.corpus, _candidates(stood), partial(_is_live, stood.corpus, live_manifest(link)), GRACE)
            done = finish(made, _facts(stood.corpus, origin))
            stood.settle(_name_of(done.folder))
            turn = stood.next_turn()
        shown_editions = [one for one in built if not (limit and place.edition) or one.edition == limit]
        folder = _view(made, done, origin, stood, shown_editions, limit) if limit and place.edition else done.folder
        sent = _sent(place, folder, home, origin, made, link)
        proof = _swapped(made, done, place, home, folder, link, full=full)
    return Released(stood.corpus, shown_editions, link, late, sent, proof, turn)


def _swapped(
    made: Draft, done: Release, place: Target, home: Path, folder: Path, link: Path, *, full: bool
) -> Proof | None:
    """Let the public see a release, and read back what it sees."""
    before = live_manifest(link)
    same = made.before is not None and shown(link) == made.before.name
    swap(made.where, link, folder)
    prune(made.where, whole=full)
    changed = done.changed if same else None if full else done.manifest.differing(before)
    return proven(made.where, place, home, link, changed)


def _continued(made: Draft) -> str:
    """The name of the release that a draft continues, "" if it continues none."""
    return _name_of(made.before) if made.previous and made.before else ""


def _name_of(folder: Path) -> str:
    return sha256((folder / NAME).read_bytes()).hexdigest()


def _facts(corpus: Corpus, origin: Origin) -> ReleaseFacts:
    approval = approved_by(origin.repository, origin.commit) if origin.commit else {}
    receipts = ref_at(origin.repository, RECEIPTS) or None
    return replace(facts_of(corpus), at=corpus.at, approval=approval, receipts=receipts)


def _candidates(stood: Standing) -> Iterable[Item]:
    """The items that may be public only now: what neither changed nor turned was public before, or is not yet."""
    corpus = stood.corpus
    return corpus.items if stood.anew else [one for page in stood.pages if (one := corpus.by_path.get(page))]


def templates_of(origin: Origin) -> Path:
    """Return where compiled templates are kept: in git's own folder, where no change can put any (ADR 9)."""
    folder = origin.git_folder / "congbo/templates"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _is_live(corpus: Corpus, live: Manifest | None, item: Item) -> bool:
    """Tell whether a release shows an item, in any edition; of a first release nothing is said to be late."""
    page = addresses.file_of(addresses.item(item))
    editions = corpus.policy.portals[item.portal].editions
    return live is None or any(live.get(f"{item.portal}/{edition}/{page}") for edition in editions)


def _fed(made: Draft, origin: Origin, stood: Standing, wanted: Wanted, progress: Progress) -> list[Built]:
    """Give the draft what differs; of a build from the beginning also what there is no longer."""
    sink = Noted(made)
    built = feed(Feed(origin.folder, stood, sink, made.before, progress, templates_of(origin)), wanted)
    if stood.anew:
        for path, _ in made.previous or ():
            if path not in sink.paths:
                made.remove(path)
    return built


def _sent(place: Target, folder: Path, home: Path, origin: Origin, made: Draft, link: Path) -> Sent | None:
    """Bring a release to a target elsewhere; None for a folder of this machine, where the swap is all."""
    if place.kind == FOLDER:
        return None
    link.parent.mkdir(parents=True, exist_ok=True)
    order = None if on_purpose(made.where, link) else partial(descends, origin.repository)
    return send(place, folder, home, order)


def refuse_older(origin: Origin, made: Draft, link: Path, target: str) -> None:
    """Refuse what does not continue the live release, unless somebody went back to that on purpose.

    The newest wins: of two publications at a time, the one that was started for an older commit must not undo the other.
    """
    live = live_manifest(link)
    if live is None or on_purpose(made.where, link):
        return
    old, new = live.commit.partition("+")[0], origin.commit
    if old and new and old != new and not descends(origin.repository, old, new):
        words = {"target": target, "release": shown(link).partition("-")[0], "live": old[:12], "commit": new[:12]}
        raise refuse("publish.older", Place(str(link)), REFUSED, **words)


def _view(made: Draft, done: Release, origin: Origin, stood: Standing, built: list[Built], edition: str) -> Path:
    corpus = stood.corpus
    front = front_page(Theme(origin.folder / "theme"), corpus, built)
    return view(made.where, done, edition, corpus.policy.portals, _facts(corpus, origin), {"index.html": front})
