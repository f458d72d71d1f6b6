"""What areas tell people of: a role given or ended, a plan that somebody else changed, dates that come near or passed.

The words of each kind's e-mail stand here and are all that an e-mail says; names, plans and dates are for the page.
"""

from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from accounts.policy import ROLES
from accounts.users import role_words
from notify.actions import notify, notify_all
from notify.registry import NotificationKind, Way
from tenants import groups
from tenants.models import Area, Membership
from tenants.telling import leads_of, whoever_may

ROLE_GIVEN, ROLE_ENDED = "role-given", "role-ended"
PLAN_CHANGED, PLAN_LATE = "plan-changed", "plan-late"
ROLLOUT_LATE = "rollout-late"
PAGE_CHANGED = "page-changed"
INVITATION_ENDING = "invitation-ending"
REFUSAL_SAID = "refusal-said"


KINDS = (
    NotificationKind(
        key=ROLE_GIVEN,
        label="A new role for you",
        describes="Somebody has given you a role.",
        mail_words="You have a new role in the network. Sign in to see which.",
        may_be_off=False,
    ),
    NotificationKind(
        key=ROLE_ENDED,
        label="A role of yours has ended",
        describes="You can no longer do what this role was for.",
        mail_words="One of your roles in the network has ended. Sign in to see which.",
        default=Way.AT_ONCE,
        may_be_off=False,
    ),
    NotificationKind(
        key=PLAN_CHANGED,
        label="Changes to your area's plan",
        describes="Somebody else of your area has changed its plan.",
        mail_words="Your area's plan has changed. Sign in to see what is new, and why.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.PLAN_EDIT),
    ),
    NotificationKind(
        key=PLAN_LATE,
        label="Dates of your area's plan that have passed",
        describes="A start or a next step is late. You are told on the first day, and then each week.",
        mail_words="A date of your area's plan has passed. Sign in to bring the plan up to date.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.PLAN_EDIT),
    ),
    NotificationKind(
        key=ROLLOUT_LATE,
        label="Dates of your area's roll-out that have passed",
        describes="Something of the roll-out is late or missing. You are told when there is more of it, and each week.",
        mail_words="Something of your area's roll-out is late. Sign in to see what, and what to do next.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.PLAN_EDIT),
    ),
    NotificationKind(
        key=INVITATION_ENDING,
        label="Invitations that run out",
        describes="Nobody has accepted an invitation of yours, and it ends in three days or less.",
        mail_words="An invitation that you sent can be accepted until {date}. Sign in to see which.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.TEAM_MANAGE, Permission.INVITE_NETWORK_ROLES),
    ),
    NotificationKind(
        key=REFUSAL_SAID,
        label="People who asked and were refused",
        describes="Somebody has told your area, on its public page, that they asked and were refused.",
        mail_words="Somebody has written to your area on its public page. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.PLAN_EDIT),
    ),
    NotificationKind(
        key=PAGE_CHANGED,
        label="Pages that you follow",
        describes="A page of “your turn” that you follow has changed: a date, or what you can ask for.",
        mail_words="A page that you follow has changed. Sign in to see what is new, and why.",
        default=Way.AT_ONCE,
    ),
)


def role_given(membership: Membership, *, by: User | None) -> None:
    """Tell the person, once for each role that they are given."""
    notify(
        to=membership.user,
        kind=ROLE_GIVEN,
        title=f"You have a new role: {role_words(membership)}",
        body=ROLES[membership.role].description,
        url=reverse("ui:home"),
        key=f"membership-{membership.pk}",
        by=by,
    )


def role_ended(membership: Membership, *, by: User | None) -> None:
    """Tell the person. The news is no area's: they may no longer be of it."""
    notify(
        to=membership.user,
        kind=ROLE_ENDED,
        title=f"Your role has ended: {role_words(membership)}",
        body="If you did not expect this, ask the person who leads the area, or the network's manager.",
        url=reverse("accounts:me"),
        key=f"membership-{membership.pk}",
        by=by,
    )


def plan_changed(*, area: Area, plan: Any, reason: str, by: User) -> None:
    """Tell the area's other leads who changed which plan, and why."""
    notify_all(
        to=leads_of(area),
        kind=PLAN_CHANGED,
        title=f"{by} has changed the plan for {plan.get_group_display()}",
        body=f"Why: {reason}",
        url=plan_address(area, plan.group),
        area=area,
        by=by,
    )


def refusal_said(*, area: Area, refusal: Any) -> None:
    """Tell the area's leads that somebody wrote; what they wrote is on the page alone."""
    notify_all(
        to=leads_of(area),
        kind=REFUSAL_SAID,
        title=f"Somebody asked and was refused: {refusal.get_group_display()}",
        url=reverse("rollout:refusal", args=[area.slug, refusal.pk]),
        area=area,
        key=f"refusal-{area.slug}-{refusal.pk}",
    )


def plan_address(area: Area, group: str) -> str:
    """The page of an area's plan for a group."""
    return reverse("rollout:plan", args=[area.slug, groups.BY_KEY[group].slug])
