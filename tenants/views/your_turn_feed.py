"""What changes in areas' published plans, as a feed that anybody can follow."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from accounts.access import public
from accounts.rate_limits import limited
from api.feeds import Entry, FeedOf
from tenants.groups import BY_KEY
from tenants.presenters.your_turn_changes import change_in_words
from tenants.returns.queries import explained_changes
from tenants.your_turn_addresses import your_turn_address

NEWEST = 50


class ChangesFeed(FeedOf):
    """Each change that an area published with its reason, the newest first."""

    key = "plan-changes"
    title = "When is it my turn? Changes"
    subtitle = "What areas have changed in their plans for personal health budgets, and why."

    @property
    def page(self) -> str:
        """The page of the question."""
        return reverse("your_turn:start")

    def entries(self, request: HttpRequest) -> Iterable[Entry]:
        """The newest changes, in the words of the areas."""
        for change in explained_changes(NEWEST):
            group = BY_KEY[change.row.group]
            yield Entry(
                key=str(change.row.pk),
                title=f"{change.row.area.short_name}: {group.name}",
                text=change_in_words(change),
                address=your_turn_address(change.row.area.slug, group),
                published_at=change.row.published_at,
            )


changes = public(limited("feed")(ChangesFeed()))
