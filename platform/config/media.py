"""Pictures of the knowledge base, straight from the media folder; private files are never there."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.static import serve as serve_file

from accounts.access import public

# Renditions' names carry a hash of their content, so they can be kept for long; originals are not served at all.
RENDITIONS = "images/"
KEEP_SECONDS = 7 * 24 * 60 * 60


@public
def serve(request: HttpRequest, name: str) -> HttpResponseBase:
    """A rendition of a picture. Uploaded originals and documents have views of their own."""
    # `images/../original_images/x` begins rightly and leads elsewhere.
    if not name.startswith(RENDITIONS) or name != posixpath.normpath(name):
        raise Http404("Only pictures are served from here.")
    response = serve_file(request, name, document_root=settings.MEDIA_ROOT)
    # Not by caches that several people share: a picture of a story that is taken down is nowhere from then on.
    response["Cache-Control"] = f"private, max-age={KEEP_SECONDS}"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
