"""A person with something in every part, and a search for what is left of them."""

import datetime
import io
import zlib
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_redis import get_redis_connection
from wagtail.models import Page

from accounts import invitations, staff_sessions
from accounts.models import User
from data_rights import exports, requests
from files import private
from jobs.models import Job
from tenants import memberships
from tenants.contexts import in_area
from tenants.rollout import plans
from tenants.rollout.models import Resource
from tests.data_rights import (
    everywhere_finance,
    everywhere_knowledge,
    everywhere_market,
    everywhere_peers,
    everywhere_rollout,
    everywhere_timebank,
    everywhere_timebank_sessions,
)

MARK = "zebrafinch"
NAME = "Wilhelmina Zebrafinch"
EMAIL = "wilhelmina@zebrafinch.example"
SECOND = "mina@other-zebrafinch.example"
PASSWORD = "a long enough phrase"  # noqa: S105
LATER = timezone.now() + datetime.timedelta(days=7)


def make(area: Any, other: User, folder: Path) -> User:
    """Somebody whose rows are everywhere, by the real actions where there are any. `other` writes of them too."""
    user = User.objects.create_user(EMAIL, PASSWORD, name=NAME)
    _sign_in_data(user)
    _rest(user, other, area)
    _roles(user, area, other)
    _work(user, other, folder)
    _messages(user, other)
    _pages(user, other)
    _area_texts(user, area)
    everywhere_rollout.make(user, other, area)
    everywhere_finance.make(user, area)
    everywhere_timebank.make(user)
    everywhere_knowledge.make(user, MARK)
    everywhere_timebank_sessions.make(user, area)
    everywhere_peers.make(user, other)
    everywhere_market.make(user, other, area)
    return user


def _sign_in_data(user: User) -> None:
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    second = EmailAddress.objects.create(user=user, email=SECOND)
    EmailConfirmation.objects.create(email_address=second, sent=timezone.now(), key="confirm-key-of-zebrafinch")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "secret-of-zebrafinch"})
    account = SocialAccount.objects.create(user=user, provider="nhs", uid="uid-zebrafinch", extra_data={"name": NAME})
    app = SocialApp.objects.create(provider="openid_connect", name="A provider", client_id="x")
    SocialToken.objects.create(account=account, app=app, token="token-of-zebrafinch")  # noqa: S106
    Client().post("/account/login/", {"login": EMAIL, "password": "not the phrase"})
    client = Client()
    client.force_login(user, backend="accounts.backends.ActiveModelBackend")
    session = client.session
    session["typed"] = "words of Zebrafinch"
    session.save()
    UserSession.objects.create(user=user, session_key=session.session_key, ip="127.0.0.1", user_agent="Zebrafinch/1.0")
    # One of which no list was kept.
    Client().force_login(user, backend="accounts.backends.ActiveModelBackend")


def _rest(user: User, other: User, area: Any) -> None:
    model, now = apps.get_model, timezone.now()
    day = now.date()
    model("api.Token").objects.create(
        owner=user, name="Token of Zebrafinch", digest="x", scopes=["x"], created_at=now, expires_at=LATER
    )
    model("api.CalendarLink").objects.create(owner=user, calendar="plans", digest="x", created_at=now)
    model("accounts.Representation").objects.create(
        representative=user,
        person=other,
        area=area,
        kind="nominee",
        scope=["read"],
        evidence="own-word",
        evidence_seen_on=day,
        starts=day,
        ends=LATER.date(),
        recorded_by=other,
    )


def _roles(user: User, area: Any, other: User) -> None:
    memberships.grant(user=user, role="area-lead", area=area, by=other)
    memberships.grant(user=user, role="operator", by=other)
    memberships.grant(user=user, role="carer", area=area, by=other)
    sent = invitations.invite(email=EMAIL, role="moderator", by=other)
    invitations.accept(invitation=sent, by=user)
    invitations.invite(email=SECOND, role="evaluator", by=other)
    staff_sessions.start(by=user, reason=f"{NAME} looks at the schedule")
    staff_sessions.start(by=other, reason=f"Helping {EMAIL} to sign in")


def _work(user: User, other: User, folder: Path) -> None:
    kept = private.keep(io.BytesIO(b"rows of zebrafinch"), area=None, purpose="jobs", limit_bytes=100)
    ended = {"state": "done", "attempts": 1, "started_at": LATER, "finished_at": LATER}
    Job.objects.create(kind="x", title="Of Zebrafinch", owner=user, input_path=kept, input={"name": NAME}, **ended)
    Job.objects.create(kind="x", title=f"A list of {NAME}", owner=other, faults=[f"row 2: {EMAIL}"], **ended)
    draft = apps.get_model("drafts.Draft").objects
    draft.create(user=user, path="/x/", fields={"text": NAME}, kept_at=timezone.now(), expires_at=LATER)
    draft.create(user=other, path="/x/", fields={"text": [f"Dear {NAME},"]}, kept_at=timezone.now(), expires_at=LATER)
    file = folder / "copy.zip"
    file.write_bytes(b"copy of zebrafinch")
    exports.store(person=user, file=file)
    requests.ask_for_correction(by=user, text="My name is Zebrafinch with one b only.")


def _messages(user: User, other: User) -> None:
    notice = apps.get_model("notify.Notification").objects
    notice.create(to=user, kind="x", title="Dear Wilhelmina Zebrafinch")
    notice.create(to=other, kind="x", title="wilhelmina zebrafinch has left", body=f"Write to {SECOND}.")
    apps.get_model("notify.Preference").objects.create(user=user, kind="x", way="page")
    mail = apps.get_model("notify.Mail").objects
    mail.create(to=user, address=EMAIL, subject="Hello")
    mail.create(address=SECOND.upper(), subject="Hello")


def _pages(user: User, other: User) -> None:
    page = Page.objects.order_by("-pk").first()
    kind = ContentType.objects.get_for_model(User)
    thing = {"content_type": ContentType.objects.get_for_model(Page), "object_id": str(page.pk)}
    model = apps.get_model
    comment = model("wagtailcore.Comment").objects.create(page=page, user=user, text="Zebrafinch!", contentpath="title")
    model("wagtailcore.CommentReply").objects.create(comment=comment, user=user, text="Zebrafinch again")
    model("wagtailcore.PageSubscription").objects.create(user=user, page=page, comment_notifications=True)
    model("wagtailcore.PageLogEntry").objects.create(
        page=page,
        user=other,
        label=f"Page of {NAME}",
        action="wagtail.edit",
        timestamp=timezone.now(),
        content_type=thing["content_type"],
        data={"words": f"by {NAME}"},
    )
    model("wagtailcore.ModelLogEntry").objects.create(
        user=user, label="x", action="wagtail.edit", timestamp=timezone.now(), **thing
    )
    model("wagtailcore.APIToken").objects.create(user=user, name="Token of Zebrafinch", key_hash="x", prefix="x")
    model("wagtailadmin.EditingSession").objects.create(user=user, last_seen_at=timezone.now(), **thing)
    model("wagtailusers.UserProfile").objects.create(user=user, preferred_language="en")
    model("wagtailcore.Revision").objects.create(
        user=user, content={}, base_content_type=thing["content_type"], object_str="x", **thing
    )
    model("admin.LogEntry").objects.create(
        user=other, content_type=kind, object_id=str(user.pk), object_repr=NAME, action_flag=2, change_message="[]"
    )


def _area_texts(user: User, area: Any) -> None:
    with in_area(area):
        plans.change(
            area=area, group="mental_health", values={"lead": NAME, "next_step_owner": NAME}, reason="New lead", by=user
        )
        # Against the form's hint: a name in a reason that is published.
        plans.change(
            area=area, group="mental_health", values={"next_step": f"{NAME} calls"}, reason=f"{NAME} said so", by=user
        )
        Resource.objects.create(what=f"A guide by {NAME}")


def tables_with(mark: str) -> set[str]:
    """Every table, of every schema, with a row that has the mark in any column."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        tables = cursor.fetchall()
        parts = [
            f'SELECT \'{schema}.{table}\' WHERE EXISTS (SELECT 1 FROM "{schema}"."{table}" t WHERE t::text ILIKE %s)'
            for schema, table in tables
        ]
        found: set[str] = set()
        for start in range(0, len(parts), 40):
            some = parts[start : start + 40]
            cursor.execute(" UNION ALL ".join(some), [f"%{mark}%"] * len(some))
            found |= {row[0] for row in cursor.fetchall()}
    return found


def sessions_with(user: User) -> list[str]:
    """Sessions that are the person's, or hold their words."""
    return [
        session.session_key
        for session in Session.objects.all()
        if session.get_decoded().get("_auth_user_id") == str(user.pk) or MARK in str(session.get_decoded()).lower()
    ]


def files_with(mark: str) -> list[str]:
    """Files of private storage, media and the mail folder with the mark in their name or content."""
    found = []
    for folder in (settings.PRIVATE_ROOT, settings.MEDIA_ROOT, settings.MAIL_ROOT):
        for path in Path(folder).rglob("*"):
            if path.is_file() and mark in (str(path) + path.read_bytes().decode("latin-1")).lower():
                found.append(str(path))
    return found


def cached_with(mark: str) -> list[str]:
    """Keys of Redis with the mark in their name or value."""
    redis = get_redis_connection("default")
    found = []
    for key in redis.scan_iter(count=1000):
        value = redis.get(key) if redis.type(key) == b"string" else b""
        text = f"{key!r}{value!r}{_unpacked(value)!r}"
        if mark in text.lower():
            found.append(repr(key))
    return found


def _unpacked(value: bytes | None) -> bytes:
    try:
        return zlib.decompress(value or b"")
    except zlib.error:
        return b""
