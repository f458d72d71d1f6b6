"""One line of JSON an event, with its request and area, and nobody's name or address in it."""

import io
import json
import logging
import re

import pytest
import structlog
from celery import shared_task

from accounts import invitations
from config import logs, task_logs

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """What is logged while the test runs, as the machine's log gets it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    processors = logs.configuration(human=False)["formatters"]["structured"]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=processors["foreign_pre_chain"], processors=processors["processors"]
        )
    )
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(before)


def test_a_line_says_which_request_and_which_area(client_as, kernow, lines, monkeypatch):
    from tenants.views import areas

    def broken(*given, **named):
        structlog.get_logger("a-test").info("something happened")
        return []

    monkeypatch.setattr(areas.queries, "team", broken)
    client = client_as("area-lead", area=kernow)
    response = client.get("/areas/kernow/", headers={"X-Request-ID": "from-the-proxy-1"})
    assert response.headers["X-Request-ID"] == "from-the-proxy-1"
    (line,) = [line for line in lines() if line["event"] == "something happened"]
    assert (line["request_id"], line["area"], line["level"]) == ("from-the-proxy-1", "kernow", "info")


def test_a_task_goes_on_under_the_id_of_the_request_that_sent_it(kernow, lines):
    @shared_task(name="tests.say_something")
    def say_something():
        structlog.get_logger("a-test").info("said by the task")

    structlog.contextvars.clear_contextvars()  # what an earlier request left
    before, headers = {}, {}
    with structlog.contextvars.bound_contextvars(request_id="the-request-7"):
        task_logs.add_request_id(headers=headers)
    assert headers == {"request_id": "the-request-7"}
    say_something.apply(area=kernow, headers=headers)
    (line,) = [line for line in lines() if line["event"] == "said by the task"]
    assert (line["request_id"], line["area"], line["task"]) == ("the-request-7", "kernow", "tests.say_something")
    assert structlog.contextvars.get_contextvars() == before


def test_a_journey_leaves_nobodys_name_or_address_in_the_log(client, client_as, kernow, lines):
    lead = client_as("area-lead", area=kernow)
    lead.person.name = "Morwenna Trevithick"
    lead.person.save()
    client.post("/account/login/", {"login": "somebody@example.org", "password": "not the password"})
    client.post("/account/password/reset/", {"email": "somebody@example.org"})
    lead.get("/areas/kernow/team/")
    lead.post("/areas/kernow/team/invite/", {"email": "newcomer@example.org", "role": "practitioner"})
    lead.get("/areas/bristol/")
    lead.get("/nowhere/somebody@example.org/")
    invitations.invite(email="another@example.org", role="practitioner", area=kernow, by=lead.person)
    text = json.dumps(lines())
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w+|Morwenna|Trevithick", text)
