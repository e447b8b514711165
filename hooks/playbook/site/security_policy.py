"""The Content-Security-Policy our pages need: nothing from elsewhere, nothing inline."""

from __future__ import annotations

_IN_PAGES = (
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
# Every page says it itself, so that it is protected where the server sends no header.
PAGE_POLICY = "; ".join(_IN_PAGES)
# A header may say more: who may show our pages in a frame.
POLICY = "; ".join((*_IN_PAGES, "frame-ancestors 'self'"))
