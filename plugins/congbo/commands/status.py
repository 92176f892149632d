"""``congbo status``: is my page live, and if not, why, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.clock import moment
from congbo.commands.common import Progress, language_of, out, parser
from congbo.commands.footing import Footing, footing
from congbo.commands.named_item import elsewhere, path_of
from congbo.commands.status_seen import seen_at
from congbo.commands.status_told import FORMATS, Answer
from congbo.commands.targets import link_of, target_of
from congbo.dates import day_of
from congbo.deploy.live import shown
from congbo.deploy.places import Places, places
from congbo.deploy.proof import first_proven, known_proof, proven_since
from congbo.deploy.standing import NO_ANSWER, Seen, Standing, standing
from congbo.facts.corpus import Corpus, read_page
from congbo.facts.lateness import late
from congbo.item import Item, Reading
from congbo.locale import catalogue
from congbo.message import say
from congbo.policy.targets import Target
from congbo.tree import FolderTree

UNKNOWN, GONE, FAULTY, ELSEWHERE = "unknown", "gone", "faulty", "elsewhere"


def main(argv: Sequence[str]) -> int:
    """Print how an item stands in each of its editions; exit 0 if it is live, 1 if not, 2 if nobody can tell."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("status", lang)
    parse.add_argument("item", metavar="ITEM", help=words["status.option.item"])
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    at = moment(args.today, args.at)
    found = footing(args.root, day_of(at))
    target = target_of(found.policy, args.target)
    path = path_of(found.top, found.policy, args.item)
    tree = FolderTree(found.top)
    if path and not tree.has(path) and (now := _moved(found, tree, path)):
        Progress(lang).tell(say("status.moved", path=path, now=now))
        path = now
    if not (path and tree.has(path)):
        answer = _not_here(found, target, path, args.item)
    else:
        reading = read_page(tree, path, found.policy)
        named = _original(found, tree, reading.item)
        corpus = Corpus(found.policy, (reading, *named), frozenset(), found.today, tree, found.history, at=at)
        answer = _here(found, target, corpus, reading.item) if reading.item else Answer(args.item, path, FAULTY)
    out(FORMATS[args.format](answer, lang))
    return answer.code


def _moved(found: Footing, tree: FolderTree, path: str) -> str:
    """Return where an item lies now that the history knows under another path; "" if it knows none."""
    files = found.history.files
    return next((new for new, known in files.items() if path in known.earlier_paths and tree.has(new)), "")


def _original(found: Footing, tree: FolderTree, item: Item | None) -> tuple[Reading, ...]:
    """The item that this one translates: what is withdrawn takes its translations along."""
    path = path_of(found.top, found.policy, item.translation) if item and item.translation else ""
    return (read_page(tree, path, found.policy),) if path else ()


def _not_here(found: Footing, target: Target, path: str, word: str) -> Answer:
    """An item that the folder does not have: it waits elsewhere, was deleted and is live still, or is unknown."""
    other = elsewhere(found.top, path, word)
    if other:
        return Answer(word, path, ELSEWHERE, elsewhere=other)
    seen = seen_at(found, target, "")
    known = isinstance(seen, Seen) and seen.manifest is not None and seen.manifest.names(word)
    return Answer(word, path, GONE if known else UNKNOWN)


def _followed(corpus: Corpus, item: Item, where: Places, target: Target) -> bool:
    """Tell whether the target was read back before the item became public: else its first proof does not tell since when."""
    since, published = proven_since(where, target.name), corpus.published(item)
    return since is not None and published is not None and since <= published


def _here(found: Footing, target: Target, corpus: Corpus, item: Item) -> Answer:
    portal = corpus.policy.portals[item.portal]
    shows = not target.portal or target.portal == portal.id
    wanted = [one for one in portal.editions if shows and item.in_edition(one) and target.edition in ("", one)]
    seen = seen_at(found, target, item.path)
    if isinstance(seen, str):
        stands = tuple(Standing(one, NO_ANSWER, "", seen) for one in wanted)
    else:
        stands = tuple(standing(corpus, item, one, seen) for one in wanted)
    where, release = places(found.top), shown(link_of(found.top, target)).partition("-")[0]
    first = first_proven(where, target.name, item.id)
    return Answer(
        item.id,
        item.path,
        title=item.title,
        target=target.name,
        standings=stands,
        release=release,
        commit=seen.manifest.commit if isinstance(seen, Seen) and seen.manifest else "",
        proof=known_proof(where, release, target.name),
        first=first,
        late=tuple(late(corpus, item, first)) if first and _followed(corpus, item, where, target) else (),
    )
