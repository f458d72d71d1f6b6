"""Invite, list, disable or erase people, or end their sessions."""

import argparse
import dataclasses
from typing import Any

from config.commands import _setup

# Fixed words: a sentence might name the person in a row that can never be cleared of it.
RESET_WHY = ("lost", "stolen", "broken")
ERASED_WHY = ("asked", "court", "mistake", "left")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`invite`, `list`, `disable`, `end-sessions` and `erase`, each with `--json`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    invite = actions.add_parser("invite", help="send somebody an invitation with a role")
    invite.add_argument("email", metavar="EMAIL")
    invite.add_argument("--role", required=True, help="the role's slug, for example area-lead")
    place = invite.add_mutually_exclusive_group()
    place.add_argument("--area", metavar="SLUG", help="the area that the role is in")
    place.add_argument("--organisation", metavar="SLUG", help="the organisation that the role is in")
    disable = actions.add_parser("disable", help="end somebody's sessions and keep them out")
    disable.add_argument("email", metavar="EMAIL")
    ending = actions.add_parser("end-sessions", help="sign somebody out everywhere, or everybody")
    whose = ending.add_mutually_exclusive_group(required=True)
    whose.add_argument("email", metavar="EMAIL", nargs="?")
    whose.add_argument("--everybody", action="store_true", help="all people, on all their devices")
    erase = actions.add_parser("erase", help="take out who somebody is; without --yes, only say what would happen")
    erase.add_argument("email", metavar="EMAIL")
    erase.add_argument("--why", choices=ERASED_WHY, required=True, help="kept in the audit")
    erase.add_argument("--yes", action="store_true", help="do it; it can't be undone")
    reset = actions.add_parser("reset-second-step", help="for somebody who lost their phone or key")
    reset.add_argument("email", metavar="EMAIL")
    reset.add_argument("--why", choices=RESET_WHY, required=True, help="kept in the audit")
    for action in (
        invite,
        actions.add_parser("list", help="everybody, with their roles"),
        disable,
        ending,
        erase,
        reset,
    ):
        action.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    _setup.with_database()
    with _setup.refusals():
        return _ACTIONS[options.action](options)


def _invite(options: argparse.Namespace) -> int:
    from accounts import invitations
    from tenants import area_lifecycle

    area = area_lifecycle.find(options.area) if options.area else None
    organisation = _organisation(options.organisation) if options.organisation else None
    invitation = invitations.invite(
        email=options.email, role=options.role, area=area, organisation=organisation, by=None
    )
    if options.json:
        _setup.print_json({"email": invitation.email, "role": invitation.role, "area": options.area})
    else:
        print(f"An invitation as {invitation.role} is on its way to {invitation.email}.")
    return 0


def _organisation(slug: str) -> Any:
    from embedded.errors import Refused
    from tenants.models import Organisation

    found = Organisation.objects.filter(slug=slug).first()
    if found is None:
        raise Refused(f"There is no organisation {slug!r}.")
    return found


def _list(options: argparse.Namespace) -> int:
    from accounts import users

    rows = [dataclasses.asdict(person) for person in users.list_users()]
    if options.json:
        _setup.print_json({"users": rows})
    elif rows:
        shown = [
            row | {"roles": ", ".join(row["roles"]), "account": "open" if row["is_active"] else "closed"}
            for row in rows
        ]
        _setup.print_table(shown, ["email", "name", "account", "roles"])
    else:
        print("Nobody has an account yet. Invite somebody with: ipc user invite EMAIL --role ROLE")
    return 0


def _disable(options: argparse.Namespace) -> int:
    from accounts import users

    users.disable(email=options.email, by=None)
    if options.json:
        _setup.print_json({"email": options.email, "is_active": False})
    else:
        print(f"{options.email} can't sign in any more, and is signed out everywhere.")
    return 0


def _end_sessions(options: argparse.Namespace) -> int:
    from accounts import session_ends

    if options.everybody:
        ended = session_ends.end_of_everybody(by=None)
    else:
        ended = session_ends.end_of_person(email=options.email, by=None)
    if options.json:
        _setup.print_json({"sessions_ended": ended})
    else:
        who = "Everybody" if options.everybody else options.email
        print(f"{who} is signed out: {ended} session{'' if ended == 1 else 's'} ended.")
    return 0


def _erase(options: argparse.Namespace) -> int:
    from accounts import users
    from data_rights import erasing

    user = users.find(options.email)
    if options.yes:
        erased = erasing.erase(user=user, by=None, why=options.why)
        said, keeps = erased.done, erased.keeps
    else:
        plan = erasing.plan(user)
        said, keeps = [*plan.refusals, *plan.warnings, *(f"Would go: {words}." for words in plan.goes)], plan.keeps
    kept = [{"what": each.what, "why": each.why, "until": each.until, "count": each.count} for each in keeps]
    if options.json:
        _setup.print_json({"done": options.yes, "said": said, "keeps": kept})
    else:
        print("\n".join([*said, *(f"Stays ({each['count']}): {each['what']}. {each['why']}" for each in kept)]))
        print("" if options.yes else "Nothing was done yet. To do it, add --yes; it can't be undone.")
    return 0


def _reset_second_step(options: argparse.Namespace) -> int:
    from accounts import users

    users.reset_second_step(email=options.email, why=options.why, by=None)
    if options.json:
        _setup.print_json({"email": options.email, "second_step": False})
    else:
        print(f"{options.email} is signed out everywhere, and has an e-mail that says how to begin again.")
    return 0


_ACTIONS = {
    "invite": _invite,
    "list": _list,
    "disable": _disable,
    "end-sessions": _end_sessions,
    "erase": _erase,
    "reset-second-step": _reset_second_step,
}
