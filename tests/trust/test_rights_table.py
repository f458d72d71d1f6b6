"""Every route × method × person × place: what comes back is what the rights table says, in the promised order."""

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils.module_loading import module_has_submodule
from wagtail.models import Site

from accounts import policy
from accounts.access import Kind, declaration_of
from accounts.outside_rules import rule_for
from accounts.permissions import Permission
from accounts.rights_table import EVERY_ROLE, PUBLIC, TOKEN, Row
from tests.trust import tallies
from tests.trust.rights_asking import LET_IN, ask, may, refusal_without_session, verdict
from tests.trust.rights_outside import class_of
from tests.trust.rights_routes import Route, all_routes
from tests.trust.rights_world import (
    DISABLED,
    ELSEWHERE,
    EVERYBODY,
    NO_ROLE,
    ROLES_HELD_IN_THE_AREA,
    SIGNED_OUT,
    WITHOUT_SESSION,
    World,
    make_world,
)

# Wagtail 8.0 stumbles over these forms when they are sent empty, which its own pages never do.
LIBRARYS_OWN_FAULTS = tuple(
    f"{who} POST /cms/{form}/"
    for who in ("knowledge-editor", "network-manager")
    for form in ("choose-external-link", "pages/3/edit", "pages/3/revisions/1/revert")
)
UNKNOWN, OTHER = NOBODYS_PLACES = ("unknown area", "other area")
# Nobody gets in there, and one middleware sees to it before any view: in the suite these few ask at each address.
ASK_NOBODYS_PLACES = {UNKNOWN: ("area-lead", SIGNED_OUT), OTHER: ("area-lead", "network-manager", SIGNED_OUT)}
# The tables are asked in so many parts, so that the workers of a run share them evenly.
PARTS = 6
METHODS = ("GET", "POST", "PUT", "DELETE")
# A public page is the same for all; these stand for everybody.
ASK_FOR_PUBLIC = ("area-lead", "operator", NO_ROLE, DISABLED, SIGNED_OUT)
# Libraries' pages go by class of role: these are asked at each page, and two of all the others in turn.
# The suite asks these, and in turn so many of those who are let in and of the others; the policy is compared with each
# row for everybody, and `script/soak rights` asks everybody.
ALWAYS_ASKED = (NO_ROLE, ELSEWHERE, SIGNED_OUT)
LET_IN_IN_TURN, OTHERS_IN_TURN = 3, 2
ASK_EVERYBODY = bool(os.environ.get("IPC_SOAK"))
ASK_FOR_LIBRARY = ("knowledge-editor", "network-manager", "operator", SIGNED_OUT)


@dataclass
class Tally:
    """How many questions were asked, and which answers were wrong."""

    cases: int = 0
    leaks: list[str] = field(default_factory=list)

    def check(self, question: str, answer: Any, expected: Any) -> None:
        self.cases += 1
        if answer != expected:
            self.leaks.append(f"{question}: {answer}, expected {expected}")

    def say(self, what: str) -> None:
        tallies.note(what, self.cases, len(self.leaks))
        assert not self.leaks, "\n".join(self.leaks[:60])


@pytest.fixture
def world(kernow: Any, bristol: Any) -> World:
    return make_world(kernow, bristol)


def rows() -> dict[str, Row]:
    """Every row of every app's `rights.py`, by route."""
    found: dict[str, Row] = {}
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "rights"):
            for row in import_module(f"{app.name}.rights").ROWS:
                assert row.route not in found, f"{row.route} has two rows"
                found[row.route] = row
    return found


def own_routes() -> list[Route]:
    return [route for route in all_routes() if class_of(route) is None]


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    names = {route.view_name for route in own_routes()}
    assert not names - set(rows()), "routes without a row in their app's rights.py"
    assert not set(rows()) - names, "rows without a route"


def test_every_role_of_the_policy_is_asked() -> None:
    assert set(EVERY_ROLE) == set(policy.ROLES)


def test_every_view_says_who_may_open_it() -> None:
    silent = [
        route.view_name
        for route in all_routes()
        if declaration_of(route.callback).kind is Kind.UNDECLARED and rule_for(route) is None
    ]
    assert not silent


def test_every_role_says_what_it_is_for() -> None:
    for role in policy.ROLES.values():
        assert role.name and role.description.endswith("."), role.slug


def test_every_permission_is_asked_for_somewhere() -> None:
    asked = {declaration_of(route.callback).permission for route in all_routes()}
    asked |= {rule.declaration.permission for route in all_routes() if (rule := rule_for(route))}
    assert set(Permission) - asked == set()


def test_each_row_lets_in_the_roles_to_which_the_policy_gives_what_its_view_asks_for() -> None:
    wrong = []
    for route in own_routes():
        said, row = declaration_of(route.callback), rows()[route.view_name]
        if said.kind is Kind.PERMISSION:
            held = {role.slug for role in policy.ROLES.values() if said.permission in role.permissions}
            beyond = policy.Scope.NETWORK if route.is_in_area else policy.Scope.AREA if said.everywhere else None
            held = {slug for slug in held if policy.ROLES[slug].scope is not beyond}
            if held != set(row.allowed):
                wrong.append(f"{row.route}: {sorted(held ^ set(row.allowed))}")
    assert not wrong, "\n".join(wrong)


def test_every_permission_belongs_to_a_role() -> None:
    given = frozenset().union(*(role.permissions for role in policy.ROLES.values()))
    assert given == set(Permission)


@pytest.mark.parametrize("part", range(PARTS))
def test_our_pages_let_in_whom_the_table_says(world: World, part: int) -> None:
    tally = Tally()
    table = rows()
    for place_of_route, route in list(enumerate(own_routes()))[part::PARTS]:
        row = table[route.view_name]
        if route.parameters:
            assert row.sample, f"{row.route} has parameters: give its row a sample"
        for who in who_is_asked(row, place_of_route):
            world.me = world.people.get(who) if who not in WITHOUT_SESSION else None
            for place, path, expected in places(world, route, row, who):
                ask_all_methods(tally, world, row, who, place, path, expected)
    tally.say("our pages")


def who_is_asked(row: Row, turn: int) -> list[str]:
    """Whoever stands for the rest, and a few that change by route: of those whom the row lets in, and of the others."""
    if row.allowed == PUBLIC:
        return list(ASK_FOR_PUBLIC)
    if ASK_EVERYBODY:
        return list(EVERYBODY)
    let_in = [who for who in EVERYBODY if may(row.allowed, who)]
    if len(let_in) > len(EVERYBODY) // 2:  # open to all who sign in: the same few stand for them as for a public page
        let_in = [who for who in let_in if who in (*ASK_FOR_PUBLIC, "carer", "moderator")]
    others = [who for who in EVERYBODY if who not in let_in and who not in ALWAYS_ASKED]
    first = next((who for who in EVERYBODY if may(row.allowed, who)), None)  # who also asks by a wrong method
    asked = (*in_turn(let_in, LET_IN_IN_TURN, turn), *ALWAYS_ASKED, *in_turn(others, OTHERS_IN_TURN, turn))
    return list(dict.fromkeys((first, *asked) if first else asked))


def in_turn(people: list[str], count: int, turn: int) -> list[str]:
    """So many of them, each time the next ones; all where there are no more."""
    return [people[(turn * count + step) % len(people)] for step in range(min(count, len(people)))]


def places(world: World, route: Route, row: Row, who: str) -> Iterator[tuple[str, Any, Any]]:
    """(place, address maker, what a declared method gets) for this person."""
    if not route.is_in_area:
        yield "", lambda: address(row, row.sample, world), expected_at(row, who)
        if row.foreign and may(row.allowed, who):
            yield "somebody else's object", lambda: address(row, row.foreign, world), 404
        return
    slug = world.area.slug
    yield "own area", lambda: address(row, row.sample, world, slug), expected_in_area(row, who)
    if asks_in(UNKNOWN, who):
        yield UNKNOWN, lambda: address(row, row.sample, world, "no-such-area"), elsewhere(row, who)
    if asks_in(OTHER, who):
        other = world.other_area.slug
        yield OTHER, lambda: address(row, row.sample, world, other), elsewhere(row, who)
    if row.foreign and expected_in_area(row, who) == LET_IN:
        yield "other area's object", lambda: address(row, row.foreign, world, slug), 404


def asks_in(place: str, who: str) -> bool:
    """Whether this person asks in one of nobody's places; the other area is home to one of them."""
    return who in ASK_NOBODYS_PLACES[place] or ASK_EVERYBODY and not (place == OTHER and who == ELSEWHERE)


def expected_at(row: Row, who: str) -> Any:
    """What a declared method gets outside areas."""
    if may(row.allowed, who):
        return LET_IN
    return "without session" if who in WITHOUT_SESSION else 403


def expected_in_area(row: Row, who: str) -> Any:
    """What a declared method gets in the world's area: strangers learn nothing, members are told no."""
    if who not in ROLES_HELD_IN_THE_AREA and who not in WITHOUT_SESSION and row.allowed != PUBLIC:
        return 404
    return expected_at(row, who)


def elsewhere(row: Row, who: str) -> Any:
    """What anybody gets in an area that isn't theirs or isn't there."""
    return "without session" if who in WITHOUT_SESSION else 404


def address(row: Row, arguments: Any, world: World, area: str | None = None) -> str:
    """The route's address with the arguments that the row makes."""
    values = dict(arguments(world)) if arguments else {}
    if area is not None:
        values = {"area": area, **values}
    return reverse(row.route, kwargs=values)


def asks_undeclared(row: Row, who: str) -> bool:
    """Whether this person also asks by a method that the view doesn't have: one of those let in, and who stands for
    the others; of refusals the first counts, whatever the method."""
    first_let_in = next((each for each in EVERYBODY if may(row.allowed, each)), "")
    return who in (first_let_in, NO_ROLE, SIGNED_OUT) or ASK_EVERYBODY


def ask_all_methods(tally: Tally, world: World, row: Row, who: str, place: str, path_of: Any, expected: Any) -> None:
    """Each method that the row names, and one that it doesn't."""
    undeclared = next(method for method in METHODS if method not in row.methods)
    asked = (*row.methods, undeclared) if asks_undeclared(row, who) else row.methods
    with transaction.atomic():
        path = path_of()
        if expected == "without session":
            expected = refusal_without_session(path)
        # Where nobody gets in, whatever the method, one method shows it.
        for method in row.methods[:1] if place in NOBODYS_PLACES else asked:
            data = row.data if method == "POST" else None
            answer = verdict(ask(world, who, method, path, data), row.also)
            is_wrong_method = method == undeclared and expected in (LET_IN, 404) and may(row.allowed, who)
            wanted = 405 if is_wrong_method and (expected == LET_IN or "object" in place) else expected
            tally.check(f"{who} {method} {path} ({row.route}, {place or 'network'})", answer, wanted)
        transaction.set_rollback(True)


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_of_libraries_let_in_the_class_of_role_that_they_are_for(world: World, part: int) -> None:
    tally = Tally()
    front_page = Site.objects.get().root_page_id
    in_turn = itertools.cycle(who for who in EVERYBODY if who not in ASK_FOR_LIBRARY)
    for route in all_routes()[part::PARTS]:
        page_class = class_of(route)
        if page_class is None or resolve(route.stand_in_path).func is not route.callback:
            continue  # a page of ours, or an address that an earlier route answers
        # The root of the page tree is no page that anybody edits: ask for the front page instead.
        path = route.stand_in_path.replace("/cms/pages/1/", f"/cms/pages/{front_page}/")
        for who in (*ASK_FOR_LIBRARY, next(in_turn), next(in_turn)):
            for method in ("GET", "POST"):
                answer = verdict(ask(world, who, method, path))
                question = f"{who} {method} {path} ({page_class.name})"
                if may(page_class.allowed, who):
                    check_served(tally, question, answer)
                elif who in WITHOUT_SESSION or page_class.allowed == TOKEN:
                    tally.check(question, answer, refusal_without_session(path))
                else:
                    tally.check(question, answer, 403)
    tally.say("pages of libraries")


def check_served(tally: Tally, question: str, answer: Any) -> None:
    """Somebody allowed gets whatever the library says of the stand-in, but no refusal of ours and never a 5xx."""
    if question.startswith(LIBRARYS_OWN_FAULTS):
        return
    refused = isinstance(answer, str) and answer != LET_IN or isinstance(answer, int) and (answer >= 500)
    tally.check(question, answer if refused else LET_IN, LET_IN)


@pytest.mark.parametrize(
    "path",
    [
        "/no-such-page/",
        "/no-such-page",
        "/areas/no-such-area/",
        "/areas/KERNOW/",
        "/network/none/",
        "/a.b",
        "/cms/none/",
    ],
)
def test_an_address_that_is_not_there_sends_somebody_signed_out_to_sign_in(client: Any, path: str, db: None) -> None:
    assert client.get(path).headers["Location"].startswith("/account/login/?next=")


@pytest.mark.parametrize("path", ["/api/none", "/api/v1/none", "/api/v1/none/"])
def test_an_api_address_that_is_not_there_asks_for_a_token(client: Any, path: str, db: None) -> None:
    response = client.get(path)
    assert response.status_code == 401
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_wrong_method_says_which_are_right(client_as: Any) -> None:
    response = client_as("network-manager").delete(reverse("accounts:invite"))
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, POST, HEAD")


def test_head_goes_where_get_goes(client_as: Any) -> None:
    assert client_as("network-manager").head(reverse("accounts:people")).status_code == 200


def test_an_area_with_capital_letters_is_no_way_around_the_area(client_as: Any, kernow: Any) -> None:
    assert client_as("area-lead", area=kernow).get("/areas/KERNOW/").status_code == 404


def test_a_form_without_its_token_is_refused_after_rights_were_looked_at(client_as: Any) -> None:
    address = reverse("accounts:invite")
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address).headers["Location"].startswith("/account/login/?next=")
    strict.cookies = client_as("network-manager").cookies
    assert strict.post(address, {"email": "x@example.org", "role": "evaluator"}).status_code == 403
