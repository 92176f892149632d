"""What browsers are told about our pages: by a web server in headers, or, where the host sends none, in the pages."""

from __future__ import annotations

from typing import Final

# The same as in theme/templates/base.html: nothing from elsewhere, no script in a page.
CONTENT: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
# Only a header can say this one.
FRAMING: Final = "frame-ancestors 'none'"
# A picture is shown, and nothing in it runs.
PICTURE: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
REFERRER: Final = "strict-origin-when-cross-origin"
PERMISSIONS: Final = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
SECURE_SECONDS: Final = 31536000  # of Strict-Transport-Security

_CHARSET = b'<meta charset="utf-8">'
_CONTENT_META = b'<meta http-equiv="Content-Security-Policy"'
_REFERRER_META = b'<meta name="referrer"'


def said_in_page(page: bytes) -> bytes:
    """Return an HTML page that says its own policy: what it says already is left as it is."""
    said = b""
    if _CONTENT_META not in page:
        said += _CONTENT_META + f' content="{CONTENT}">'.encode()
    if _REFERRER_META not in page:
        said += _REFERRER_META + f' content="{REFERRER}">'.encode()
    return page.replace(_CHARSET, _CHARSET + said, 1)
