"""What a page that becomes a PDF may fetch: nothing. All that it shows stands in it.

Imported by `files.pdf` alone, because WeasyPrint can't be imported everywhere.
"""

from typing import Any

from weasyprint.urls import FatalURLFetchingError as WouldFetch
from weasyprint.urls import URLFetcher, URLFetcherResponse

__all__ = ["FetchesNothing", "WouldFetch"]

FROM_THE_PAGE_ITSELF = "data:"


class FetchesNothing(URLFetcher):
    """Refuses each address but `data:`, which is a part of the page. A refusal ends the file: it is our own fault."""

    def __init__(self) -> None:
        super().__init__(timeout=1, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The picture that stands in the page; raises ValueError for any address outside it."""
        if not url.lower().startswith(FROM_THE_PAGE_ITSELF):
            raise ValueError("A page that becomes a PDF fetches nothing.")
        return super().fetch(url, headers)
