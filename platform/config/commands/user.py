"""Invite, list or disable people."""

import argparse
from typing import Any

from config.commands import _setup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`invite`, `list` and `disable`, each with `--json`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    invite = actions.add_parser("invite", help="send somebody an invitation with a role")
    invite.add_argument("email", metavar="EMAIL")
    invite.add_argument("--role", required=True, help="the role's slug, for example area-lead")
    place = invite.add_mutually_exclusive_group()
    place.add_argument("--area", metavar="SLUG", help="the area that the role is in")
    place.add_argument("--organisation", metavar="SLUG", help="the organisation that the role is in")
    disable = actions.add_parser("disable", help="end somebody's sessions and keep them out")
    disable.add_argument("email", metavar="EMAIL")
    for action in (invite, actions.add_parser("list", help="everybody, with their roles"), disable):
        action.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    _setup.with_database()
    with _setup.refusals():
        return {"invite": _invite, "list": _list, "disable": _disable}[options.action](options)


def _invite(options: argparse.Namespace) -> int:
    from accounts import invitations
    from tenants import area_lifecycle

    area = area_lifecycle.find(options.area) if options.area else None
    organisation = _organisation(options.organisation) if options.organisation else None
    invitation = invitations.invite(email=options.email, role=options.role, area=area, organisation=organisation)
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

    rows = [_facts(user) for user in users.list_users()]
    if options.json:
        _setup.print_json({"users": rows})
    elif rows:
        shown = [row | {"roles": ", ".join(row["roles"]), "active": "yes" if row["active"] else "no"} for row in rows]
        _setup.print_table(shown, ["email", "name", "active", "roles"])
    else:
        print("Nobody has an account yet. Invite somebody with: ipc user invite EMAIL --role ROLE")
    return 0


def _disable(options: argparse.Namespace) -> int:
    from accounts import users

    users.disable(email=options.email)
    if options.json:
        _setup.print_json({"email": options.email, "active": False})
    else:
        print(f"{options.email} can't sign in any more, and is signed out everywhere.")
    return 0


def _facts(user: Any) -> dict[str, Any]:
    return {"email": user.email, "name": user.name, "active": user.is_active, "roles": sorted(_roles(user))}


def _roles(user: Any) -> set[str]:
    """Each live role as `area-lead (kernow)`, or the slug alone where it holds for the whole network."""
    from tenants.models import Membership

    live = Membership.objects.live().filter(user=user).select_related("area")
    return {f"{each.role} ({each.area.slug})" if each.area else each.role for each in live}
