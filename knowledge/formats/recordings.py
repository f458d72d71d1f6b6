"""Handing out a recording, piece by piece as players ask for it, to whoever may read its page."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

PIECE = 64 * 1024  # bytes
RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")
PARTIAL, NOT_IN_IT = 206, 416


def answer(request: HttpRequest, document: Any) -> HttpResponseBase:
    """The recording, or the part that the request's `Range` names: players ask so when somebody jumps in it."""
    size = document.file.size
    asked = _range(request.headers.get("Range", ""), size)
    if asked is None:
        found: HttpResponseBase = HttpResponse(status=NOT_IN_IT)
        found["Content-Range"] = f"bytes */{size}"
        return found
    first, last = asked
    is_part = (first, last) != (0, size - 1)
    found = StreamingHttpResponse(_pieces(document, first, last), status=PARTIAL if is_part else 200)
    if is_part:
        found["Content-Range"] = f"bytes {first}-{last}/{size}"
    found["Content-Type"] = document.content_type
    found["Content-Length"] = str(last - first + 1)
    found["Content-Disposition"] = f'inline; filename="recording-{document.pk}.{document.file_extension.lower()}"'
    found["Accept-Ranges"] = "bytes"
    found["Content-Security-Policy"] = "default-src 'none'; media-src 'self'; sandbox"
    return found


def _range(words: str, size: int) -> tuple[int, int] | None:
    """The first and last byte that are asked for; all of it for what isn't understood; None beyond the end."""
    found = RANGE.match(words)
    if not found or not any(found.groups()):
        return 0, size - 1
    start, end = found.groups()
    if not start:
        return max(size - int(end), 0), size - 1
    first, last = int(start), min(int(end), size - 1) if end else size - 1
    return (first, last) if first <= last else None


def _pieces(document: Any, first: int, last: int) -> Iterator[bytes]:
    with document.open_file() as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
