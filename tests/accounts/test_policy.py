import pytest

from accounts import policy
from accounts.permissions import Permission


def test_a_role_of_an_area_needs_an_area() -> None:
    with pytest.raises(policy.WrongScope, match="Area lead.*say which"):
        policy.check_scope("area-lead", area=None, organisation=None)


def test_a_role_of_the_network_takes_no_area() -> None:
    with pytest.raises(policy.WrongScope):
        policy.check_scope("board-member", area=object(), organisation=None)


def test_a_budget_holder_may_belong_to_an_area_or_to_the_network() -> None:
    policy.check_scope("budget-holder", area=object(), organisation=None)
    policy.check_scope("budget-holder", area=None, organisation=None)
    with pytest.raises(policy.WrongScope):
        policy.check_scope("budget-holder", area=None, organisation=object())


def test_an_unknown_role_is_named() -> None:
    with pytest.raises(policy.UnknownRole, match="king"):
        policy.role("king")


def test_a_role_that_left_the_policy_gives_nothing() -> None:
    assert policy.permissions_of("king") == frozenset()


def test_only_operators_may_open_the_admin_and_only_in_a_session() -> None:
    holders = [slug for slug in policy.ROLES if Permission.ADMIN_OPEN in policy.permissions_of(slug)]
    assert holders == ["operator"]
    assert Permission.ADMIN_OPEN in policy.NEEDS_STAFF_SESSION


def test_every_area_role_needs_two_steps() -> None:
    assert all(role.staff for role in policy.ROLES.values() if role.scope is policy.Scope.AREA)
