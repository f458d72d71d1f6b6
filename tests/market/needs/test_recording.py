"""Writing down what people could not find."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from market.models import EmptySearch
from market.needs import recording
from market.needs.errors import NeedClosed, NeedRefused

NEED = {"need": "therapy", "place_kind": "village", "availability": "crisis"}


def visitor(user=None, address="127.0.0.1"):
    request = RequestFactory().get("/market/", REMOTE_ADDR=address)
    request.user = user or AnonymousUser()
    return request


def counted():
    return sorted(EmptySearch.objects.values_list("need", "area", "is_rural", "count"))


@pytest.mark.django_db
def test_a_search_that_found_nothing_is_counted_once_for_a_visitor_and_day(person):
    filters = {"needs": ["therapy"], "area": "kernow", "is_rural": True}
    somebody = person()
    assert recording.empty_search(visitor(), **filters)
    assert not recording.empty_search(visitor(), **filters)
    assert recording.empty_search(visitor(somebody), **filters)
    assert not recording.empty_search(visitor(somebody, "10.0.0.9"), **filters)
    assert counted() == [("therapy", "kernow", True, 2)]


@pytest.mark.django_db
def test_a_search_for_several_kinds_counts_for_each_and_what_is_not_in_the_lists_for_nothing():
    recording.empty_search(visitor(), needs=["payroll", "therapy", "my secret"], area="nowhere", group="x")
    assert counted() == [("payroll", "", False, 1), ("therapy", "", False, 1)]


def test_somebody_says_that_they_found_it_or_takes_it_back(kernow, person):
    me, other = person(), person()
    first = recording.unmet(by=me, area=kernow, what="A kind nurse", times=["weekend", "night"], **NEED)
    second = recording.unmet(by=me, area=kernow, what="A kind nurse", **NEED)
    assert first.times == ["night", "weekend"]
    with pytest.raises(NeedClosed):
        recording.found_since(unmet=first, by=other)
    assert recording.found_since(unmet=first, by=me).what == "A kind nurse"
    assert recording.take_back(unmet=second, by=me).what == ""
    with pytest.raises(NeedClosed):
        recording.take_back(unmet=second, by=me)


@pytest.mark.parametrize("wrong", [{"need": "gold"}, {"place_kind": ""}, {"times": ["noon"]}, {"group": "x"}])
def test_only_what_is_in_the_lists_is_written_down(kernow, person, wrong):
    with pytest.raises(NeedRefused):
        recording.unmet(by=person(), area=kernow, **{**NEED, **wrong})
