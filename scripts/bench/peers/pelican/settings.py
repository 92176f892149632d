"""Settings of stock Pelican for the bench: the same pages as congbo writes, by Pelican's own means."""

SITENAME = "Cổng thông tin điện tử phường"
SITEURL = "https://tin.example"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
PATH = "content"
THEME = "theme"
OUTPUT_PATH = "output"
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"category": None}
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
ARTICLE_URL = "{category}/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{date:%Y}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
PAGINATION_PATTERNS = ((1, "{url}", "{save_as}"), (2, "{base_name}/{number}/", "{base_name}/{number}/index.html"))
MONTH_ARCHIVE_SAVE_AS = "luu-tru/{date:%Y-%m}/index.html"
FEED_ALL_ATOM = "atom.xml"
CATEGORY_FEED_ATOM = "{slug}/atom.xml"
FEED_MAX_ITEMS = 20
# As congbo: keywords stand on the items, and no page lists the items of one.
TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
TAGS_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = ""
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
