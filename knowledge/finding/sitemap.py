"""What search engines of other sites may list: every public page, when it was published last, its other languages."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

COLUMNS = ("url_path", "last_published_at", "latest_revision_created_at", "translation_key", "locale__language_code")


class PagesSitemap(Sitemap):
    """Wagtail's own, with the translations of a page. It reads rows: making 5,000 page objects takes seconds."""

    def items(self) -> Any:
        """Published pages that are open to everybody, as rows of `COLUMNS`."""
        root = self.get_wagtail_site().root_page
        pages = Page.objects.descendant_of(root, inclusive=True).live().public()
        return pages.order_by("path").values_list(*COLUMNS, named=True)

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        rows = list(self.paginator.page(page).object_list)
        front = self.get_wagtail_site().root_page
        start, of_site = len(front.url_path), front.get_full_url(self.request) or "/"
        # No page of ours has an address of another shape than Wagtail's own: the site's, then the slugs.
        found = [
            {
                "location": of_site + quote(row.url_path[start:]),
                "lastmod": row.last_published_at or row.latest_revision_created_at,
            }
            for row in rows
        ]
        others = _translations(zip(rows, found, strict=True))
        for row, address in zip(rows, found, strict=True):
            address["alternates"] = others.get(row.translation_key, [])
        dates = [each["lastmod"] for each in found]
        if dates and None not in dates:
            self.latest_lastmod = max(dates)
        return found


def _translations(rows: Iterable[tuple[Any, dict[str, Any]]]) -> dict[Any, list[dict[str, str]]]:
    """Key of a translation -> its pages by language, for pages that are there in more than one."""
    found: dict[Any, list[dict[str, str]]] = defaultdict(list)
    for row, address in rows:
        language = row.locale__language_code
        found[row.translation_key].append({"lang_code": language, "location": address["location"]})
    return {key: pages for key, pages in found.items() if len(pages) > 1}
