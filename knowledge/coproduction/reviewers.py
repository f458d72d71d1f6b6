"""Asking people with lived experience to review a resource, and keeping what they say."""

import datetime
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

import audit
from accounts import policy
from accounts.models import User
from accounts.permissions import Permission
from knowledge.coproduction import links, roles, steps
from knowledge.coproduction.errors import StepRefused

OPEN_FOR = datetime.timedelta(days=28)  # a person who is ill, or who needs help to read, needs weeks and not days
LONGEST_COMMENT = 2000  # characters


@transaction.atomic
def invite(*, page: Any, email: str, role: str, by: User) -> str:
    """Ask somebody with lived experience to review a resource; returns the link, which is sent and never shown again.

    The link works for 28 days, for every later version too. Raises StepRefused for the author's own address, for an
    editor's, and for one that was asked already.
    """
    from knowledge.models import Reviewer

    email = email.strip().lower()
    account = User.objects.filter(email=email).first()
    _refuse_the_wrong_person(page, email, account, by)
    if Reviewer.objects.open().filter(resource_id=page.pk, email=email).exists():
        raise StepRefused(f"{email} has been asked already, and the link still works.")
    token = links.new_token()
    reviewer = Reviewer.objects.create(
        resource_id=page.pk,
        email=email,
        account=account,
        role=role,
        token_digest=links.digest(token),
        invited_by=by,
        expires_at=timezone.now() + OPEN_FOR,
    )
    audit.record(action="reviewer.ask", by=by, object=reviewer, detail={"page": page.pk, "role": role})
    link = settings.SITE_URL.rstrip("/") + reverse("knowledge:review", args=[token])
    _send(page, reviewer, link)
    return link


@transaction.atomic
def withdraw(*, reviewer: Any, by: User) -> None:
    """Take a link back; what the reviewer has said stays. Raises StepRefused for a link that has ended."""
    if not reviewer.is_open:
        raise StepRefused("This link has ended already.")
    reviewer.withdrawn_at = timezone.now()
    reviewer.save(update_fields=["withdrawn_at"])
    audit.record(action="reviewer.withdraw", by=by, object=reviewer, detail={"page": reviewer.resource_id})


@transaction.atomic
def decide(
    *, reviewer: Any, revision_id: int, agrees: bool, role: str, words: str = "", name: str = "", by: User | None = None
) -> Any:
    """Keep what a reviewer says of the revision that they were shown, and move the workflow.

    `name` is given only by those who agree to be named. Raises StepRefused when the link has ended, when the page has
    changed since they opened it, when whoever is signed in is an editor, and for a change without words.
    """
    from knowledge.models import Reviewer, Step

    reviewer = Reviewer.objects.select_for_update().get(pk=reviewer.pk)
    page = reviewer.resource.specific
    revision = page.get_latest_revision()
    _refuse_a_decision(reviewer, revision, revision_id, agrees, role, words, by)
    reviewer.name, reviewer.consents_to_be_named, reviewer.role = name.strip()[:100], bool(name.strip()), role
    reviewer.save(update_fields=["name", "consents_to_be_named", "role"])
    step = Step.objects.create(
        resource_id=page.pk,
        revision=revision,
        stage=Step.Stage.LIVED_EXPERIENCE,
        outcome=Step.Outcome.AGREED if agrees else Step.Outcome.CHANGE,
        role=role,
        reviewer=reviewer,
        words=words.strip()[:LONGEST_COMMENT],
    )
    audit.record(
        action="resource.agree" if agrees else "resource.ask_change",
        by=by,
        by_words="" if by else "A reviewer by a private link",
        object=page,
        detail={"role": role},
    )
    if agrees:
        steps.move_on(page, "livedexperiencereview", by=None)
    else:
        steps.send_back(page, by=None, comment=words)
    return step


def tell_of_changes(page_id: int) -> None:
    """Write to those who have answered, and whose link works, that the page waits for them again.

    The mail has no link: only a digest of it is kept.
    """
    from knowledge.models import Reviewer

    answered = Reviewer.objects.open().filter(resource_id=page_id, steps__isnull=False).exclude(email="").distinct()
    for reviewer in answered.select_related("resource"):
        context = {"page": reviewer.resource, "reviewer": reviewer, "site": settings.WAGTAIL_SITE_NAME}
        send_mail(
            subject="A page that you read has been changed",
            message=render_to_string("knowledge/email/changed.txt", context),
            from_email=None,
            recipient_list=[reviewer.email],
        )


def find_open(token: str) -> Any:
    """The reviewer whose link this is, or None: ended, taken back and unknown look the same."""
    from knowledge.models import Reviewer

    return Reviewer.objects.open().select_related("resource").filter(token_digest=links.digest(token)).first()


def _refuse_the_wrong_person(page: Any, email: str, account: User | None, by: User) -> None:
    author = [person for person in (page.owner, page.specific.author, by) if person]
    if email in {person.email.lower() for person in author}:
        raise StepRefused("Ask somebody else than the author and yourself: nobody agrees their own words.")
    if account and _is_editor(account):
        raise StepRefused(f"{email} is the address of somebody who edits pages. Ask somebody who has lived through it.")


def _is_editor(account: User) -> bool:
    held = account.memberships.filter(ended_at__isnull=True).values_list("role", flat=True)
    return any(Permission.CMS_EDIT in policy.permissions_of(role) for role in held)


def _refuse_a_decision(
    reviewer: Any, revision: Any, revision_id: int, agrees: bool, role: str, words: str, by: User | None
) -> None:
    if not reviewer.is_open:
        raise StepRefused("This link has ended. Ask whoever sent it for a new one.")
    if by and _is_editor(by):
        raise StepRefused("You are signed in as somebody who edits pages. Only the person who was asked can answer.")
    if role not in roles.LIVED_EXPERIENCE:
        raise StepRefused("Say what you have lived through: that is what you are asked for.")
    if revision is None or revision.pk != revision_id:
        raise StepRefused("The page has changed since you opened it. Please read it again before you decide.")
    if not agrees and not words.strip():
        raise StepRefused("Say what should change.")


def _send(page: Any, reviewer: Any, link: str) -> None:
    """The e-mail with the link, recorded in the transaction that asks. It names the page and nobody's health."""
    context = {"page": page, "link": link, "expires": reviewer.expires_at, "site": settings.WAGTAIL_SITE_NAME}
    send_mail(
        subject="Please read a page before it is published",
        message=render_to_string("knowledge/email/review.txt", context),
        from_email=None,
        recipient_list=[reviewer.email],
    )
