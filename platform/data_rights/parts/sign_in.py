"""Signing in: addresses, second steps, other organisations' accounts, and where somebody is signed in."""

from collections.abc import Iterable
from typing import Any

from accounts import sessions
from data_rights import rows
from data_rights.tables_part import tables_part


def end_sessions(user: Any, by: Any) -> Iterable[str]:
    """Sign the person out everywhere; also from sessions of which no list was kept."""
    ended = sessions.end_all([user.pk])
    for session in rows.of_model("sessions.Session").objects.iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
            ended += 1
    if ended:
        yield f"Signed you out in {rows.counted(ended, 'places')}."


PART = tables_part(
    "sign-in",
    "How you sign in",
    own={
        "usersessions.UserSession": "user",
        "mfa.Authenticator": "user",
        "socialaccount.SocialToken": "account__user",
        "socialaccount.SocialAccount": "user",
        "account.EmailConfirmation": "email_address__user",
    },
    before=end_sessions,
    also=("sessions.Session",),
    order=80,
)
# After everything that looks for the person's addresses.
ADDRESSES = tables_part("addresses", "Your e-mail addresses", own={"account.EmailAddress": "user"}, order=95)
