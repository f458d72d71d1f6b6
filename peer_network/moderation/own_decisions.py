"""What was decided about a member, on their own page: the way to ask for another look, for closed members too."""

from django.http import HttpRequest

from peer_network.models import Act, Member
from peer_network.moderation import member_pages, notices, subjects
from peer_network.pages import Part

SHOWN = 5
# What takes nothing from the member, and is told by a notification alone.
LEFT_OUT = (*member_pages.UNSEEN, Act.Kind.SHOW, Act.Kind.STANDING, Act.Kind.LET_IN)


def part(request: HttpRequest) -> Part | None:
    """The last decisions, the newest first; None where there are none. One query."""
    member: Member = request.member  # type: ignore[attr-defined]
    told = [kind for kind in notices.TITLES if kind not in LEFT_OUT]
    found = Act.objects.filter(about=member.public_id, kind__in=told).order_by("-at", "-pk")[:SHOWN]
    rows = [(act, member_pages.title(act, _noun(act))) for act in found]
    return Part("peer_network/moderation/part_decisions.html", {"decisions": rows}) if rows else None


def _noun(act: Act) -> str:
    try:
        return subjects.of_kind(act.subject_kind).noun
    except subjects.UnknownSubject:
        return "post"
