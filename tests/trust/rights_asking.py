"""Asking one address as one person, and judging the answer."""

from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse

from accounts.rights_table import PUBLIC, SIGNED_IN, TOKEN
from tests.trust.rights_world import ELSEWHERE, WITHOUT_SESSION, World

LET_IN = "let in"
# Outside areas, the lead of another area is an area lead like any.
HELD_ELSEWHERE = {ELSEWHERE: "area-lead"}
SIGN_IN = "/account/login/"


def ask(world: World, who: str, method: str, path: str, data: dict[str, Any] | None = None) -> HttpResponse:
    """The answer; what the request changed is undone, signing out included."""
    client = world.clients[who]
    cookies = client.cookies.output()
    with transaction.atomic():
        response = client.generic(method, path) if data is None else client.post(path, data)
        transaction.set_rollback(True)
    if response.streaming:
        b"".join(response.streaming_content)  # read to its end, which closes its file
    connection.set_schema_to_public()
    if client.cookies.output() != cookies:
        client.cookies.clear()
        client.cookies.load(world.cookies[who])
    return response


def may(allowed: Any, who: str) -> bool:
    """Whether the row lets this person in."""
    if allowed == PUBLIC:
        return True
    if who in WITHOUT_SESSION or allowed == TOKEN:
        return False
    return allowed == SIGNED_IN or HELD_ELSEWHERE.get(who, who) in allowed


def verdict(response: HttpResponse, also: tuple[int, ...] = ()) -> Any:
    """`let in`, or the code of the refusal; the way to sign in is told from other redirects."""
    location = response.headers.get("Location", "")
    if response.status_code == 302 and location.startswith((f"{SIGN_IN}?next=", "/account/staff-session/?next=")):
        return f"302 {location.partition('?')[0]}"
    if response.status_code == 302 and location == "/account/2fa/":
        return "302 to two-step sign-in"
    return LET_IN if response.status_code < 400 or response.status_code in also else response.status_code


def refusal_without_session(path: str) -> Any:
    """What somebody signed out gets at an address that isn't public."""
    return 401 if path.startswith("/api/") else f"302 {SIGN_IN}"
