"""Who may use the addresses of offers and requests; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import AREA_STAFF, Row

READERS = (*AREA_STAFF, "evaluator", "board-member", "network-manager")
ACTING = ("practitioner", "area-lead", "commissioner", "network-manager")
MENTORS = ("budget-holder", "carer", "peer-supporter")
FORM, POST = ("GET", "POST"), ("POST",)


def own_account(world: Any) -> Any:
    """An account for which whoever asks acts, where they act for any."""
    from timebank.ledger import accounts

    if world.me == world.people["network-manager"]:
        return accounts.by_slug("network")
    is_elsewhere = world.me == world.people["area lead of another area"]
    return accounts.by_slug((world.other_area if is_elsewhere else world.area).slug)


def foreign_account(world: Any) -> Any:
    """An account for which somebody else acts."""
    from timebank.ledger import accounts

    own = own_account(world)
    return accounts.by_slug((world.other_area if own.area == world.area else world.area).slug)


def an_offer(account: Any, **facts: Any) -> Any:
    """An offer of an account."""
    from timebank.models import Offer

    days = {"available_from": datetime.date(2015, 7, 1), "expires_on": datetime.date(2035, 7, 1)}
    usual = {"title": "An offer", "topic": "workforce", "minutes_a_month": 60, **days}
    return Offer.objects.create(account=account, **{**usual, **facts})


def a_request(account: Any, **facts: Any) -> Any:
    """A request of an account."""
    from timebank.models import Request

    days = {"needed_by": datetime.date(2035, 7, 1), "expires_on": datetime.date(2035, 7, 1)}
    usual = {"title": "A request", "topic": "workforce", "minutes": 60, "why": "To learn", **days}
    return Request.objects.create(account=account, **{**usual, **facts})


def _offer(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(own_account(world)).public_id}


def _foreign_offer(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(foreign_account(world)).public_id}


def _asked_offer(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(own_account(world), state="asked").public_id}


def _foreign_asked_offer(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(foreign_account(world), state="asked").public_id}


def _request(world: Any) -> dict[str, Any]:
    return {"public_id": a_request(own_account(world)).public_id}


def _foreign_request(world: Any) -> dict[str, Any]:
    return {"public_id": a_request(foreign_account(world)).public_id}


def _own_offer(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(own_account(world), mentor=world.me).public_id}


def _offer_of_another(world: Any) -> dict[str, Any]:
    return {"public_id": an_offer(own_account(world), mentor=world.people["evaluator"]).public_id}


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _of(kind: str, sample: Any, foreign: Any) -> list[Row]:
    own = {"sample": sample, "foreign": foreign}
    return [
        Row(f"timebank:{kind}s", READERS),
        Row(f"timebank:{kind}s-file", READERS, sample=_csv),
        Row(f"timebank:{kind}-new", READERS if kind == "request" else ACTING, FORM, also=(422,)),
        Row(f"timebank:{kind}", READERS, sample=sample),
        Row(f"timebank:{kind}-change", ACTING, FORM, also=(422,), **own),
        Row(f"timebank:{kind}-extend", ACTING, FORM, also=(422,), **own),
        Row(f"timebank:{kind}-withdraw", ACTING, FORM, also=(422,), **own),
    ]


ROWS = [
    Row("timebank:start", READERS),
    Row("timebank:mine", ACTING),
    Row("timebank:mine-file", ACTING, sample=_csv),
    Row("timebank:ending", ["network-manager"]),
    Row("timebank:ending-file", ["network-manager"], sample=_csv),
    Row("timebank:giving", MENTORS),
    Row("timebank:giving-new", MENTORS, FORM, also=(422,)),
    Row("timebank:giving-stop", MENTORS, FORM, sample=_own_offer, foreign=_offer_of_another, also=(422,)),
    *_of("offer", _offer, _foreign_offer),
    *_of("request", _request, _foreign_request),
    Row(
        "timebank:offer-agree",
        ["area-lead", "network-manager"],
        POST,
        sample=_asked_offer,
        foreign=_foreign_asked_offer,
    ),
    Row("timebank:offer-pause", ACTING, POST, sample=_offer, foreign=_foreign_offer),
    Row("timebank:offer-resume", ACTING, POST, sample=_offer, foreign=_foreign_offer),
]
