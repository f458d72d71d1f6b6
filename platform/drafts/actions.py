"""Keeping and forgetting drafts."""

import datetime
import json
import re
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from drafts.models import Draft

# The promise is at least 20 hours; a day is easier to say.
KEPT_FOR = datetime.timedelta(hours=24)
# More than any form of ours can hold; a request that is larger is no typing.
MAX_LETTERS = 200_000
MAX_DRAFTS_OF_A_PERSON = 20
# Never kept: secrets, and what belongs to one request alone.
NEVER_KEPT = re.compile(
    r"csrfmiddlewaretoken|password|passphrase|secret|token|(^|_)(code|pin|otp)$|credential|^_draft$", re.I
)
# Signing in and its second steps, and whatever a program sends.
NOT_FORMS = ("/account/", "/api/", "/cms/", "/admin/")


def keep(*, request: HttpRequest, by: Any) -> Draft | None:
    """Keep what this POST would have sent; None where there is nothing worth keeping, or it is too large."""
    if request.method != "POST" or request.path.startswith(NOT_FORMS) or len(request.get_full_path()) > 500:
        return None
    fields = [[name, value] for name, values in request.POST.lists() if not NEVER_KEPT.search(name) for value in values]
    if not any(value.strip() for _, value in fields) or len(json.dumps(fields)) > MAX_LETTERS:
        return None
    now = timezone.now()
    draft = Draft.objects.create(
        user=by,
        path=request.get_full_path(),
        fields=json.loads(json.dumps(fields).replace("\\u0000", "")),  # PostgreSQL's text has no NUL
        files=[str(getattr(each, "name", "")) for each in request.FILES.values()],
        kept_at=now,
        expires_at=now + KEPT_FOR,
    )
    _forget_the_oldest(by)
    return draft


def forget(*, draft: Draft, by: Any) -> None:
    """Delete a draft; raises PermissionError for somebody else's."""
    if draft.user_id != by.pk:
        raise PermissionError("This draft is somebody else's.")
    draft.delete()


def forget_expired(now: datetime.datetime) -> int:
    """Delete what is over a day old; returns how many."""
    return Draft.objects.filter(expires_at__lte=now).delete()[0]


def _forget_the_oldest(user: Any) -> None:
    surplus = Draft.objects.filter(user=user).order_by("-kept_at").values("pk")[MAX_DRAFTS_OF_A_PERSON:]
    Draft.objects.filter(pk__in=list(surplus.values_list("pk", flat=True))).delete()
