"""Addresses in templates are those that Django makes, also where the route is looked for once."""

import uuid
from typing import Any

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse

FIRST, SECOND = uuid.uuid4(), uuid.uuid4()


def url(words: str, **facts: Any) -> str:
    return engines["jinja2"].from_string("{{ url(" + words + ") }}").render(facts)


@pytest.mark.parametrize("each", [FIRST, SECOND, FIRST])
def test_an_id_is_written_into_the_address_of_its_route(each: uuid.UUID) -> None:
    assert url("'peers:topic', id", id=each) == reverse("peers:topic", args=[each])
    assert url("'peers:report', 'post', id", id=each) == reverse("peers:report", args=["post", each])
    assert url("'peers:report', 'file', id", id=each) == reverse("peers:report", args=["file", each])


def test_other_arguments_go_as_they_did() -> None:
    assert url("'peers:space', slug", slug="tea-room") == "/peers/spaces/tea-room/"
    with pytest.raises(NoReverseMatch):
        url("'peers:no-such-page', id", id=FIRST)
