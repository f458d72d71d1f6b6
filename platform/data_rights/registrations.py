"""What data rights registers with the platform, also for the packages below, which may not import it."""

import datetime
from typing import Any

from celery.schedules import crontab
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission
from audit import registry as audit_registry
from data_rights import registry
from data_rights.retention import Rule
from data_rights.retention import register as keep
from jobs import registry as jobs_registry
from jobs import schedule
from ui import home

AT_NIGHT = {
    "Seal the audit": ("data_rights.tasks.seal_audit", crontab(minute="30", hour="6")),
    "Seal second steps with the newest key": ("data_rights.tasks.seal_second_steps", crontab(minute="20", hour="3")),
    "Erase who asked for it": ("data_rights.tasks.erase_who_asked", crontab(minute="10", hour="3")),
    "Words for the search's help with spelling": ("find.tasks.renew_vocabulary", crontab(minute="50", hour="2")),
    "Delete what is past its time": ("data_rights.tasks.carry_out_retention", crontab(minute="40", hour="3")),
}
HERE = "platform/data_rights/registrations.py"
INVITATIONS_KEPT_DAYS = 90
SESSIONS_KEPT_DAYS = 1
JOBS_KEPT_DAYS = 365
REQUESTS_KEPT_DAYS = 6 * 365
REPRESENTATIONS_KEPT_DAYS = 6 * 365
TOKENS_KEPT_DAYS = 90
UNANSWERED_KEPT_DAYS = 400


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    _audit()
    _parts()
    _retention()
    for name, (task, when) in AT_NIGHT.items():
        schedule.register(name, task, at=when)
    home.register(requests_that_wait)
    jobs_registry.register(
        jobs_registry.JobKind(slug="my-data", title="A copy of your data", run=_make_copy, area_wide=False)
    )
    from files import private

    private.register("exports", _is_copy)


def _make_copy(job_run: Any) -> Any:
    from data_rights import exports

    return exports.run(job_run)


def _is_copy(kept: str) -> bool:
    from data_rights import exports

    return exports.is_owned(kept)


def _audit() -> None:
    kind = audit_registry.Kind
    for action, words, sort in (
        ("data.export", "Asked for a copy of their own data", kind.EXPORT),
        ("data.download", "Downloaded a copy of their own data", kind.EXPORT),
        ("data_request.make", "Made a request about their data", kind.CHANGE),
        ("data_request.cancel", "Took a request about their data back", kind.CHANGE),
        ("data_request.answer", "Answered a request about data", kind.CHANGE),
        ("data_request.read", "Opened a request about data", kind.READ),
        ("person.erase", "Erased a person", kind.CHANGE),
        ("retention.run", "Deleted what was past its time", kind.CHANGE),
        ("people.read", "Looked at people and their addresses", kind.READ),
        ("team.export", "Downloaded a team's list", kind.EXPORT),
    ):
        audit_registry.register(action, words, sort)
    # `str()` of an invitation is its e-mail address.
    audit_registry.register_thing("accounts.Invitation", lambda row: f"{row.role_name}, {row.where}")
    # Why a staff session was begun may name somebody.
    audit_registry.register_lookup("accounts.StaffSession", _reasons)


def _reasons(ids: list[str]) -> dict[str, str]:
    found = _model("accounts.StaffSession").objects.filter(pk__in=[each for each in ids if each.isdigit()])
    return {str(each.pk): each.reason for each in found}


def _parts() -> None:
    from data_rights.parts import account, acting, audit, messages, own, pages, sign_in, work

    for part in (
        account.PART,
        acting.PART,
        audit.PART,
        messages.PART,
        own.PART,
        pages.PART,
        pages.RELEASES,
        sign_in.PART,
        sign_in.ADDRESSES,
        work.PART,
        work.DRAFTS,
        work.TOKENS,
    ):
        registry.register(part)


def _retention() -> None:
    for rule in (
        Rule(
            "sessions",
            "Sessions that have ended",
            SESSIONS_KEPT_DAYS,
            "Nobody can use them any more.",
            HERE,
            past=lambda before: _model("sessions.Session").objects.filter(expire_date__lt=before),
        ),
        Rule(
            "signed-in-devices",
            "The list of devices that were signed in (address of the network, browser)",
            SESSIONS_KEPT_DAYS,
            "It serves people to see where they are signed in now.",
            HERE,
            past=_devices_without_session,
        ),
        Rule(
            "invitations",
            "Invitations that ran out or were withdrawn",
            INVITATIONS_KEPT_DAYS,
            "So that a lead can see whom they invited and ask again.",
            HERE,
            past=lambda before: _model("accounts.Invitation").objects.filter(
                accepted_at__isnull=True, expires_at__lt=before
            ),
        ),
        Rule(
            "unanswered-searches",
            "Searches that found nothing, without who searched",
            UNANSWERED_KEPT_DAYS,
            "A year shows what is missing at its season. Words are kept only where several asked for the same.",
            HERE,
            past=lambda before: _model("find.UnansweredSearch").objects.filter(month__lt=before.date()),
        ),
        Rule(
            "jobs",
            "Long work that has ended, and its result",
            JOBS_KEPT_DAYS,
            "What was loaded, and by whom, is asked about within the year.",
            HERE,
            past=lambda before: _model("jobs.Job").objects.filter(finished_at__lt=before, input_path=""),
        ),
        Rule(
            "job-files",
            "Files given to long work that has ended",
            30,
            "To look at the file where its load is questioned. The nightly clear-up of jobs deletes them.",
            "platform/jobs/sweeper.py",
            past=lambda before: _model("jobs.Job").objects.filter(finished_at__lt=before).exclude(input_path=""),
            delete=_forget_inputs,
        ),
        Rule(
            "copies",
            "Copies of people's own data, after the 7 days in which they can be downloaded",
            0,
            "A copy of everything about somebody should not lie about.",
            HERE,
            past=lambda before: _model("data_rights.DataExport").objects.filter(expires_at__lt=before),
            delete=_delete_copies,
        ),
        Rule(
            "requests",
            "Requests about data that are over",
            REQUESTS_KEPT_DAYS,
            "Proof that the law was kept; six years is how long a claim can be made (Limitation Act 1980, section 9).",
            HERE,
            past=lambda before: _model("data_rights.DataRequest").objects.filter(ended_at__lt=before),
        ),
        Rule(
            "drafts",
            "What was being typed when a session ended, after the 24 hours in which it can be sent",
            0,
            "It was kept so that nothing is typed twice.",
            "platform/drafts/actions.py",
            past=lambda before: _model("drafts.Draft").objects.filter(expires_at__lt=before),
        ),
        Rule(
            "representations",
            "Who acted for whom, after it ended",
            REPRESENTATIONS_KEPT_DAYS,
            "Proof of who could decide for somebody; six years is how long a claim can be made (Limitation Act 1980).",
            HERE,
            past=_representations_over,
        ),
        Rule(
            "tokens",
            "Tokens of the API that ran out or were taken back",
            TOKENS_KEPT_DAYS,
            "So that their owner can see what became of them.",
            HERE,
            past=lambda before: _model("api.Token").objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before)),
        ),
        Rule(
            "audit",
            "The audit: who saw and changed what, by number; refused sign-ins too",
            None,
            "The application can't delete it. How long it is kept is for the network to decide, with its lawyers.",
            "docs/decisions/0006-audit-rows-are-never-changed.md",
        ),
    ):
        keep(rule)


def _model(label: str) -> Any:
    from django.apps import apps

    return apps.get_model(label)


def _devices_without_session(before: datetime.datetime) -> Any:
    live = _model("sessions.Session").objects.values("session_key")
    return _model("usersessions.UserSession").objects.filter(created_at__lt=before).exclude(session_key__in=live)


def _representations_over(before: datetime.datetime) -> Any:
    """Ended by somebody, or by their date."""
    ran_out = Q(ended_at__isnull=True, ends__lt=before.date())
    return _model("accounts.Representation").objects.filter(Q(ended_at__lt=before) | ran_out)


def _forget_inputs(before: datetime.datetime) -> int:
    from jobs import sweeper

    return sweeper.forget_old_inputs()


def _delete_copies(before: datetime.datetime) -> int:
    from data_rights import exports

    return exports.delete_expired(before)


def requests_that_wait(request: HttpRequest) -> list[home.HomeCard]:
    """For network managers: corrections that wait for an answer."""
    if not request.access.can(Permission.DATA_REQUESTS_ANSWER):
        return []
    waiting = _model("data_rights.DataRequest").objects.filter(state="open", kind="correction").order_by("due_at")
    count = waiting.count()
    if not count:
        return []
    first = waiting.first()
    title = "Answer a request about data" if count == 1 else f"Answer {count} requests about data"
    return [
        home.HomeCard(
            title,
            "Somebody asks that their data be put right. The law gives a month.",
            "Open the requests",
            reverse("data_rights:requests"),
            due=timezone.localtime(first.due_at).date(),
        )
    ]
