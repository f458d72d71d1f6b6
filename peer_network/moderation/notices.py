"""What members and moderators hear. Every e-mail has fixed words, which tell of nobody and nothing."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify
from notify.registry import NotificationKind, Way
from peer_network.models import Act, Alarm, Member, QueueItem, Report
from peer_network.moderation import messages
from tenants.telling import whoever_may

REPORTS, DECISIONS, URGENT, LATE = "peers-reports", "peers-decisions", "peers-urgent", "peers-late"
MEMBERS = whoever_may(Permission.PEERS_TAKE_PART)
CALLED = whoever_may(Permission.PEERS_MODERATE, Permission.PEERS_SAFEGUARD, Permission.INVITE_NETWORK_ROLES)
# The same for a report and a decision, and so are the labels, which head the mail: whoever sees somebody's mail learns
# nothing from it.
NEWS = "There is news for you in the network. Sign in to read it."
KINDS = (
    NotificationKind(
        key=REPORTS,
        label="Answers for you in the peer network",
        describes="That a person will look at it, and what became of it.",
        mail_words=NEWS,
        default=Way.AT_ONCE,
        concerns=MEMBERS,
    ),
    NotificationKind(
        key=DECISIONS,
        label="News for you in the peer network",
        describes="A moderator hid or changed something, or answers what you asked.",
        mail_words=NEWS,
        default=Way.AT_ONCE,
        may_be_off=False,
        concerns=MEMBERS,
    ),
    NotificationKind(
        key=URGENT,
        label="Urgent in the peer network",
        describes="Somebody may be in danger, and nobody has taken it up yet.",
        mail_words="Something urgent waits in the peer network, and nobody has taken it up yet. Please sign in now.",
        default=Way.AT_ONCE,
        may_be_off=False,
        concerns=CALLED,
    ),
    NotificationKind(
        key=LATE,
        label="Not looked at in time in the peer network",
        describes="The time by which a moderator should have looked at something has passed.",
        mail_words="Something in the peer network was not looked at in time. Please sign in and see to it.",
        default=Way.AT_ONCE,
        may_be_off=False,
        concerns=CALLED,
    ),
)
# What happened, as the member reads it; {noun} is "post", "message", …
TITLES = {
    Act.Kind.SHOW: "Your {noun} is shown now",
    Act.Kind.HIDE: "Your {noun} is out of sight for now",
    Act.Kind.ASK_CHANGE: "Please change your {noun}",
    Act.Kind.REMOVE: "Your {noun} was removed",
    Act.Kind.RESTORE: "Your {noun} is shown again",
    Act.Kind.WRITE: "A moderator wrote to you",
    Act.Kind.WARN: "A moderator wrote to you",
    Act.Kind.CLOSING: "Two moderators look at your membership",
    Act.Kind.NOT_CLOSED: "Your membership stays open",
    Act.Kind.UNWARN: "A moderator took a warning back",
    Act.Kind.PAUSE: "You can read, but not write for a while",
    Act.Kind.UNPAUSE: "You can write again",
    Act.Kind.CLOSE: "Your membership is closed",
    Act.Kind.REOPEN: "Your membership is open again",
    Act.Kind.STANDING: "How long you are known here has changed",
    Act.Kind.LET_IN: "You can come into the space",
    Act.Kind.NOT_LET_IN: "You can’t come into the space for now",
}


def report_received(report: Report) -> None:
    """Thank the reporter and say what happens next; in the transaction that keeps the report."""
    if report.reporter and not report.is_sample:
        within = "within half an hour while a moderator is here" if report.is_urgent else "within a day"
        body = f"{messages.body('report-thanks')} We look {within}, and then you hear from us here."
        _tell(report.reporter, REPORTS, "Thank you. We have what you reported", body, key=f"report-{report.public_id}")


def report_settled(report: Report) -> None:
    """Tell the reporter what became of it, without a word about anybody else."""
    if report.reporter is None or report.is_sample:
        return
    body = messages.body("report-acted" if report.outcome == Report.Outcome.ACTED else "report-nothing-found")
    _tell(report.reporter, REPORTS, "We looked at what you reported", body, key=f"settled-{report.public_id}")


def decided(act: Act, member: Member, noun: str) -> None:
    """Tell the author what was decided; why, and how to appeal, is on the decision's page."""
    title = TITLES[Act.Kind(act.kind)].format(noun=noun)
    body = "Open it to read why, and what you can do."
    _tell(member, DECISIONS, title, body, url=reverse("peers:decision", args=[act.public_id]))


def appeal_decided(act: Act, member: Member) -> None:
    """Tell the author what the second moderator said."""
    title = "A second moderator has looked at it"
    _tell(member, DECISIONS, title, "Open it to read the answer.", url=reverse("peers:decision", args=[act.public_id]))


def called(alarm: Alarm, people: Iterable[User]) -> int:
    """Call people about an item; returns how many were told. Where each can open it, the address is given."""
    kind = LATE if alarm.kind == Alarm.Kind.LATE else URGENT
    title, body = WORDS[Alarm.Kind(alarm.kind)]
    told = 0
    for person in {person.pk: person for person in people}.values():
        url = address_for(person, alarm.item)
        told += (
            notify(to=person, kind=kind, title=title, body=body, url=url, key=f"alarm-{alarm.public_id}") is not None
        )
    return told


WORDS = {
    Alarm.Kind.PAGED: ("Urgent: nobody has taken it up yet", "You are on call or on duty. Please look at it now."),
    Alarm.Kind.ESCALATED: (
        "Urgent: still nobody has taken it up",
        "It has waited for a quarter of an hour. Whoever can, please take it up now.",
    ),
    Alarm.Kind.LATE: ("Not looked at in time", "Its time has passed and nobody has taken it up. Please see to it."),
}


def address_for(person: User, item: QueueItem) -> str:
    """Where this person finds an item: moderators in the queue, safeguarding leads on the page for who is on call."""
    from accounts.access import Access

    access = Access(person)
    if access.can(Permission.PEERS_MODERATE):
        return reverse("peers:item", args=[item.public_id])
    if access.can(Permission.PEERS_SAFEGUARD):
        return reverse("peers:on-call-item", args=[item.public_id])
    return ""


def _tell(member: Member, kind: str, title: str, body: str, *, url: str = "", key: str | None = None) -> None:
    notify(to=member.user, kind=kind, title=title, body=body, url=url, key=key)
