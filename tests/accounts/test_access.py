from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.access import Access
from accounts.permissions import Permission
from tenants.memberships import end, grant


def test_memberships_are_read_in_one_query(person: Any, kernow: Any, bristol: Any) -> None:
    user = person("area-lead", area=kernow)
    grant(user=user, role="practitioner", area=bristol, by=None)
    access = Access(user)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert access.can(Permission.PLAN_EDIT, kernow)
        assert not access.can(Permission.PLAN_EDIT, bristol)
        assert access.can(Permission.AREA_READ, bristol)
        assert [area.slug for area in access.areas(Permission.PLAN_EDIT)] == ["kernow"]
        assert access.roles == {"area-lead", "practitioner"}
    assert len(queries) == 1


def test_a_role_in_an_area_is_not_a_role_everywhere(person: Any, kernow: Any) -> None:
    access = Access(person("area-lead", area=kernow))
    assert access.can(Permission.AUDIT_READ)
    assert not access.can_everywhere(Permission.AUDIT_READ)


def test_a_role_that_ended_gives_nothing(person: Any, kernow: Any) -> None:
    user = person("area-lead", area=kernow)
    end(membership=user.memberships.get(), by=user)
    assert not Access(user).roles


def test_a_role_of_a_suspended_area_gives_nothing(person: Any, kernow: Any) -> None:
    user = person("area-lead", area=kernow)
    type(kernow).objects.filter(pk=kernow.pk).update(status="suspended")
    assert not Access(user).can(Permission.BOARD_READ)


def test_somebody_signed_out_may_nothing() -> None:
    assert not Access(AnonymousUser()).can(Permission.BOARD_READ)
