"""A search that found nothing is counted, without its words and without who asked: it shows what is missing."""

from typing import Any

from django.http import HttpRequest

from market.needs import recording


def count(request: HttpRequest, chosen: dict[str, Any]) -> None:
    """Count a search with these filters (`FindForm.chosen`) that found nothing; see `market.needs.recording`."""
    recording.empty_search(
        request,
        needs=[chosen["need"]] if "need" in chosen else [],
        group=chosen.get("group", ""),
        area=chosen.get("area", ""),
        availability=chosen.get("availability", ""),
        is_rural=chosen.get("come") == "village",
    )
