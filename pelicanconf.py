"""Settings for a bare ``pelican`` run. ``congbo build`` and ``congbo publish`` add the portal, the edition and the day."""

import os

SITENAME = "congbo"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["congbo.site.plugin"]

# Which portal a bare run builds, in which edition, for which day (ISO; default: the clock's).
CONGBO_PORTAL = os.environ.get("CONGBO_PORTAL", "dl")
CONGBO_EDITION = os.environ.get("CONGBO_EDITION", "internet")
CONGBO_TODAY = os.environ.get("CONGBO_TODAY")

# Everything that is written comes from congbo's own generator.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
