"""The facts that pages declare. A page shows nothing that is not in its facts, so it changes only when they do.

Every ``url`` is a path from the edition's root without a leading slash ("hoi-dap/2019/dk-hon/"); templates put the page's
own ``root`` ("../../../") before it, so that a built site works under any address and from a USB stick. Texts are plain
text and escaped by the templates; only ``body`` is HTML, already sanitised.
"""

from __future__ import annotations

from congbo.site.views.altered import Altered, AlteredPart
from congbo.site.views.book import (
    ArticleView,
    AtOnce,
    AtOnceRow,
    BookFacts,
    ClauseView,
    LawView,
    ReadingView,
    Said,
    Way,
)
from congbo.site.views.calendar import Appointment, Cell, GridFacts, MonthRow, WeekFacts, Weeks
from congbo.site.views.calls import Call
from congbo.site.views.figures import Chart, DataTable, Figure, Head, Series, Statistics
from congbo.site.views.gathered import GatheredFacts, GatheredGroup, GatheredLine
from congbo.site.views.home import (
    Block,
    HomeFacts,
    Line,
    NotFoundFacts,
    SiteMapFacts,
    Told,
    ToldGroup,
    Tongue,
)
from congbo.site.views.machine import (
    Category,
    Enclosure,
    FeedEntry,
    FeedFacts,
    FileFacts,
    RedirectFacts,
    SitemapEntry,
    SitemapFacts,
    TextFacts,
)
from congbo.site.views.notices import Cautions, Ceased, Drift
from congbo.site.views.pages import (
    ChangesFacts,
    Chrome,
    GoneFacts,
    ItemFacts,
    MonthFacts,
    PageFacts,
    SectionFacts,
    VersionsFacts,
    VersionView,
)
from congbo.site.views.parts import (
    Banner,
    Day,
    EffectView,
    Entry,
    Fact,
    File,
    Group,
    Link,
    LinkGroup,
    Notice,
    Picture,
    Sheet,
    Sized,
)
from congbo.site.views.standing import StandingFacts, StandingPart
from congbo.site.views.topics import Special, TopicFacts, TopicsFacts

Facts = PageFacts | RedirectFacts | FeedFacts | SitemapFacts | TextFacts
SomeFacts = Facts | FileFacts

__all__ = [
    "Altered",
    "AlteredPart",
    "Appointment",
    "ArticleView",
    "AtOnce",
    "AtOnceRow",
    "Banner",
    "Block",
    "BookFacts",
    "Call",
    "Category",
    "Cautions",
    "Ceased",
    "Cell",
    "ChangesFacts",
    "Chart",
    "Chrome",
    "ClauseView",
    "DataTable",
    "Day",
    "Drift",
    "EffectView",
    "Enclosure",
    "Entry",
    "Fact",
    "Facts",
    "FeedEntry",
    "FeedFacts",
    "Figure",
    "File",
    "FileFacts",
    "GatheredFacts",
    "GatheredGroup",
    "GatheredLine",
    "GoneFacts",
    "GridFacts",
    "Group",
    "Head",
    "HomeFacts",
    "ItemFacts",
    "LawView",
    "Line",
    "Link",
    "LinkGroup",
    "MonthFacts",
    "MonthRow",
    "NotFoundFacts",
    "Notice",
    "PageFacts",
    "Picture",
    "ReadingView",
    "RedirectFacts",
    "Said",
    "SectionFacts",
    "Series",
    "Sheet",
    "SiteMapFacts",
    "SitemapEntry",
    "SitemapFacts",
    "Sized",
    "SomeFacts",
    "Special",
    "StandingFacts",
    "StandingPart",
    "Statistics",
    "TextFacts",
    "Told",
    "ToldGroup",
    "Tongue",
    "TopicFacts",
    "TopicsFacts",
    "VersionView",
    "VersionsFacts",
    "Way",
    "WeekFacts",
    "Weeks",
]
