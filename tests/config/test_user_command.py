"""Sessions that are ended by command."""

import json

import pytest

from audit.models import AuditRow
from config import ipc

pytestmark = pytest.mark.django_db


def test_one_persons_sessions_are_ended_and_nobody_elses(client_as, kernow, capsys):
    mine, theirs = client_as("area-lead", area=kernow), client_as("practitioner", area=kernow)
    assert ipc.main(["user", "end-sessions", mine.person.email, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"sessions_ended": 1}
    assert mine.get("/areas/kernow/").status_code == 302
    assert theirs.get("/areas/kernow/").status_code == 200


def test_everybodys_sessions_are_ended_also_those_that_no_list_knows(client_as, client, kernow, capsys):
    known = client_as("area-lead", area=kernow)
    client.force_login(client_as("practitioner", area=kernow).person, backend="accounts.backends.ActiveModelBackend")
    assert ipc.main(["user", "end-sessions", "--everybody"]) == 0
    assert "Everybody is signed out: 3 sessions ended." in capsys.readouterr().out
    assert [each.get("/areas/kernow/").status_code for each in (known, client)] == [302, 302]
    assert AuditRow.objects.latest("pk").detail == {"sessions": 3, "everybody": True}


def test_a_changed_key_signs_nobody_out_while_the_old_one_is_believed(client_as, kernow, settings):
    client = client_as("area-lead", area=kernow)
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = (
        "a-new-key-for-this-test-of-fifty-characters-or-so-it-is",
        [old],
    )
    assert client.get("/areas/kernow/").status_code == 200
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-for-this-test-of-fifty-characters-or-so", []
    assert client.get("/areas/kernow/").status_code == 302
