"""What search engines of other sites may list: every public page, when it was published last, its other languages."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page


class PagesSitemap(Sitemap):
    """Wagtail's own, with the translations of a page, and without asking for each page's own type."""

    def items(self) -> Any:
        """Published pages that are open to everybody."""
        root = self.get_wagtail_site().root_page
        pages = Page.objects.descendant_of(root, inclusive=True).live().public()
        return pages.select_related("locale").order_by("path")

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        rows = list(self.paginator.page(page).object_list)
        others = _translations(rows)
        found = []
        for row in rows:
            address = {"item": row, "location": self.location(row), "lastmod": self.lastmod(row)}
            found.append({**address, "alternates": others.get(row.translation_key, [])})
        dates = [each["lastmod"] for each in found]
        if dates and None not in dates:
            self.latest_lastmod = max(dates)
        return found


def _translations(rows: Iterable[Any]) -> dict[Any, list[dict[str, str]]]:
    """Key of a translation -> its pages by language, for pages that are there in more than one."""
    found: dict[Any, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        found[row.translation_key].append(
            {"lang_code": row.locale.language_code, "location": row.get_full_url()},
        )
    return {key: pages for key, pages in found.items() if len(pages) > 1}
