"""What a tree or a merge may not look like, whoever approved it; and paths that want to belong to nobody."""

from congbo.frozen import replace
from congbo.history.model import Touched
from support.gate import Story, news, policy
from support.items import item
from support.journeys import ADDED, AUTHOR, CHANGED, CLERK, DELETED, NEWS, approved, governing, ready, touched

IMAGE = "content/dl/tin-tuc/2026/a/anh.png"
HD_OLD, DL_OLD = "content/hd/tin-dia-phuong/2026/a.md", "content/dl/tin-tuc/2026/cu.md"


def odd(path: str, mode: str) -> Story:
    """A change with one odd file beside the item."""
    story = Story.of(NEWS)
    return ready(
        story.but(touched=(*story.change.touched, Touched(path, "000000", mode, "", "c" * 40))).pushed(AUTHOR)
    ).merged()


def removed(path: str, by: str = AUTHOR) -> Story:
    """A change that deletes an item."""
    return Story.of(path).but(touched=(touched(path, DELETED),), before={path: news(path)}, after={}).pushed(by)


def moved(old: str, new: str, by: str = AUTHOR) -> Story:
    """A change that gives an item another path."""
    both = (touched(old, DELETED), touched(new))
    return Story.of(new).but(touched=both, before={old: news(old)}, after={new: news(new)}).pushed(by)


def attached(page: str, file: str, modes: tuple[str, str] = ADDED) -> Story:
    """A change of a file that belongs to an item which it leaves alone."""
    pages = {page: news(page)}
    return Story.of(page).but(touched=(touched(file, modes),), before=pages, after=pages).pushed(AUTHOR)


CHAIN = ("missing", "kiem_duyet", "phe_duyet", "dang")

ATTACKS = {
    "symbolic link": (odd(IMAGE, "120000"), ("refused", "tree.link")),
    "symbolic link as an item": (
        odd("content/dl/tin-tuc/2026/b.md", "120000"),
        ("refused", "tree.link", "item.unreadable"),
    ),
    "submodule": (odd("content/dl/tin-tuc/2026/kho", "160000"), ("refused", "tree.submodule")),
    "executable file of content": (odd(IMAGE, "100755"), ("refused", "tree.mode")),
    "executable file of policies": (
        governing("policies/hosts.yml").but(touched=(touched("policies/hosts.yml", ("100644", "100755")),)),
        ("refused", "tree.mode"),
    ),
    "file of a mode that git does not write any more": (odd(IMAGE, "100664"), ("refused", "tree.mode")),
    "program of a mode that git does not write any more": (
        governing("scripts/x").but(touched=(touched("scripts/x", ("100644", "100775")),)),
        ("refused", "tree.mode"),
    ),
    "item that cannot be read": (
        ready(Story.of(NEWS).but(touched=(touched(NEWS), touched("content/dl/tin-tuc/2026/b.md"))).pushed(AUTHOR)),
        ("refused", "item.unreadable"),
    ),
    "item that cannot be read any more": (
        ready(
            Story.of(NEWS).but(before={NEWS: news(NEWS)}, after={}, touched=(touched(NEWS, CHANGED),)).pushed(AUTHOR)
        ),
        ("refused", "item.unreadable"),
    ),
    "path of a portal that does not exist": (
        Story.of("content/khong-co/tin-tuc/2026/a.md").pushed(AUTHOR),
        ("refused", "path.unowned"),
    ),
    "file lying in content itself": (
        Story.of("content/ghi-chu.txt", items={}).pushed(AUTHOR),
        ("refused", "path.unowned"),
    ),
    "portal under no regulation on that day": (
        Story.of(NEWS)
        .under(portals={**policy().portals, "dl": replace(policy().portals["dl"], follows=())})
        .pushed(AUTHOR),
        ("refused", "path.unowned"),
    ),
    "repository without portals": (
        governing("policies/hosts.yml").under(portals={}),
        ("refused", "path.unowned"),
    ),
    "regulation without a procedure for the area": (
        governing("policies/hosts.yml").under(board_rules={}),
        ("refused", "path.unowned"),
    ),
    "deletion without approval": (removed(NEWS), CHAIN),
    "deletion by a role that hands in nothing": (removed(NEWS, by="dl-truong-ban"), ("refused", "submit.role")),
    "moved out of another portal": (moved(HD_OLD, NEWS), ("refused", "submit.role")),
    "moved into another portal": (moved(NEWS, HD_OLD), ("refused", "submit.role")),
    "moved out of another portal, all approved here": (
        ready(moved(HD_OLD, NEWS)),
        ("refused", "submit.role", "step.order", "step.order", "step.order"),
    ),
    "governance file moved among the news": (
        ready(
            Story.of(NEWS).but(touched=(touched("policies/hosts.yml", DELETED), touched(NEWS))).pushed(AUTHOR)
        ).merged(),
        ("missing", "xem_xet", "phe_duyet", "quan_tri_duyet", "truong_ban_duyet", *["xem_xet", "phe_duyet"] * 3),
    ),
    "attachment of an item that is not touched": (attached(NEWS, IMAGE), CHAIN),
    "attachment erased": (attached(NEWS, IMAGE, DELETED), CHAIN),
    "attachment of another portal's item": (
        attached("content/hd/tin-dia-phuong/2026/a.md", "content/hd/tin-dia-phuong/2026/a/anh.png"),
        ("refused", "submit.role"),
    ),
    "attachment that belongs to no item": (
        Story.of("content/dl/tin-tuc/2026/khong/anh.png", items={}).pushed(AUTHOR),
        CHAIN,
    ),
    "attributes of git that hide a text from reviewers": (
        ready(Story.of(NEWS).but(touched=(touched(NEWS), touched(".gitattributes"))).pushed(AUTHOR)),
        (
            "missing",
            "xem_xet",
            "phe_duyet",
            "quan_tri_kiem_tra",
            "truong_ban_duyet",
            "quan_tri_kiem_tra",
            "phe_duyet",
            "ky_thuat_kiem_tra",
            "ubnd_dong_y",
            "ky_thuat_kiem_tra",
            "ubnd_phe_duyet",
        ),
    ),
    "folder of content by another case": (
        ready(Story.of("Content/dl/tin-tuc/2026/a.md", items={}).pushed(AUTHOR)),
        (
            "missing",
            "xem_xet",
            "phe_duyet",
            "quan_tri_kiem_tra",
            "truong_ban_duyet",
            "quan_tri_kiem_tra",
            "phe_duyet",
            "ky_thuat_kiem_tra",
            "ubnd_dong_y",
            "ky_thuat_kiem_tra",
            "ubnd_phe_duyet",
        ),
    ),
    "document checked by a role that may not": (
        Story.of(items={NEWS: item(NEWS, "van_ban")}).pushed(AUTHOR).decided("kiem_duyet", "dl-pho-ban"),
        ("refused", "role.step"),
    ),
    "evil merge alters the item": (ready().merged(foreign=frozenset({NEWS})), ("refused", "merge.tree")),
    "evil merge alters policies": (
        ready().merged(foreign=frozenset({"policies/boards/dl.yml"})),
        ("refused", "merge.tree"),
    ),
    "octopus merge": (ready().merged(parents=("a" * 40, ready().change.head, "e" * 40)), ("refused", "merge.parents")),
    "fast forward without a merge": (ready().merged(parents=(ready().change.head,)), ("refused", "merge.parents")),
    "merge on an old tip": (ready().merged(parents=("f" * 40, ready().change.head)), ("refused", "merge.first_parent")),
    "merge with its parents exchanged": (
        ready().merged(parents=(ready().change.head, "a" * 40)),
        ("refused", "merge.first_parent", "merge.second_parent"),
    ),
    "merge of another head than the one judged": (
        ready().merged(parents=("a" * 40, "e" * 40)),
        ("refused", "merge.second_parent"),
    ),
    "merge before everybody has signed": (approved().merged(), ("missing", "dang")),
    "merge of a handed in change that nobody looked at": (Story.of(NEWS).pushed(AUTHOR).merged(), CHAIN),
    "item and governance, approved as an item only": (
        ready(
            Story.of(NEWS).but(touched=(touched(NEWS), touched("policies/units/dl.yml", CHANGED))).pushed(AUTHOR)
        ).merged(),
        ("missing", "xem_xet", "phe_duyet"),
    ),
    "item and governance, approved as governance only": (
        Story.of(NEWS)
        .but(touched=(touched(NEWS), touched("policies/units/dl.yml", CHANGED)))
        .pushed(AUTHOR)
        .decided("xem_xet", CLERK, procedure="tep_quan_tri")
        .decided("phe_duyet", "dl-truong-ban", procedure="tep_quan_tri"),
        CHAIN,
    ),
}
