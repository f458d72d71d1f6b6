"""Reviews that wait for whoever looks at their own page."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from knowledge.keeping import due
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """One card: for editors what is late, for others the first resource of theirs that is due."""
    access = getattr(request, "access", None)
    if not access or not request.user.is_authenticated:
        return []
    wanted = due.due(today())
    if access.can(Permission.CMS_EDIT):
        late = wanted.filter(review_on__lt=today()).count()
        if not late:
            return []
        words = "1 resource is" if late == 1 else f"{late} resources are"
        where = reverse("knowledge:due")
        return [HomeCard(f"{words} late for review", "Their authors have been reminded.", "See which", where)]
    mine = wanted.filter(pk__in=due.answered_by(request.user, access).values("pk")).first()
    if mine is None:
        return []
    where = reverse("knowledge:review-due", args=[mine.pk])
    text = "Read it, and say whether it is right as it is."
    return [HomeCard(f"Review “{mine.title}”", text, "Review it", where, due=mine.review_on)]
