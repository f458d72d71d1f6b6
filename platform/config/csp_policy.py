"""Content security policies: a strict one for the site, a looser one for Wagtail's and Django's own screens."""

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

STRICT = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "frame-src": [SELF],
    }
}

# Wagtail's and Django's editors put scripts and styles into their pages (18 violations under the strict policy).
EDITORS = {
    **{key: list(value) for key, value in STRICT["DIRECTIVES"].items()},
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}

EDITOR_PATHS = ("/cms/", "/admin/")
