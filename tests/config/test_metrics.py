"""Figures for monitoring: for whoever has the token, of all processes together, about nobody in particular."""

import os
import re
import subprocess
import sys

import pytest
from prometheus_client.parser import text_string_to_metric_families

from jobs import outbox
from jobs.models import OutboxMessage

TOKEN = "only-for-this-test-0123456789abcdef"


@pytest.fixture
def figures(client, settings, db):
    """Asks for the figures; {name with labels: value}."""
    settings.METRICS_TOKEN = TOKEN

    def ask():
        response = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        assert response.status_code == 200
        return {
            (sample.name, *sorted(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(response.content.decode())
            for sample in family.samples
        }

    return ask


def test_the_figures_are_for_whoever_has_the_token(client, settings, client_as):
    assert client.get("/metrics").status_code == 404
    settings.METRICS_TOKEN = TOKEN
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}, {"Authorization": "Bearer "}):
        response = client.get("/metrics", headers=headers)
        assert (response.status_code, b"ipc_" in response.content) == (401, False)
    assert client_as("operator").get("/metrics").status_code == 401


def test_requests_are_counted_by_route_and_not_by_address(client, figures):
    name = ("ipc_requests_total", ("method", "GET"), ("route", "your_turn:answer"), ("status", "200"))
    before = figures().get(name, 0)
    client.get("/your-turn/kernow/mental-health/")
    client.get("/your-turn/bristol/mental-health/")
    after = figures()
    assert after[name] == before + 2
    assert after[("ipc_request_seconds_count", ("route", "your_turn:answer"))] >= 2


def test_what_waits_is_counted_with_its_age(figures, django_capture_on_commit_callbacks):
    from django.db import connection

    before = figures()
    with django_capture_on_commit_callbacks():
        message = outbox.send("jobs.tasks.clean_up", key="a-test")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE jobs_outboxmessage SET due_at = now() - interval '90 seconds' WHERE id = %s", [message.pk]
        )
    after = figures()
    assert after[("ipc_outbox_open",)] == before[("ipc_outbox_open",)] + 1
    assert 90 <= after[("ipc_outbox_lag_seconds",)] < 150
    OutboxMessage.objects.all().delete()


def test_areas_migrations_and_backups_are_told(figures):
    found = figures()
    assert found[("ipc_areas", ("status", "active"))] == 11
    assert found[("ipc_schemas_behind",)] == 0
    assert found[("ipc_backup_made_at_seconds",)] == 0
    assert found[("ipc_restore_unfinished",)] == 0


def test_no_figure_names_an_area_or_a_person(client, settings, client_as, kernow):
    settings.METRICS_TOKEN = TOKEN
    person = client_as("area-lead", area=kernow)
    person.get("/areas/kernow/")
    text = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
    assert "areas:overview" in text
    assert not re.search("kernow|@|Person", text)


def test_the_processes_of_a_web_server_are_counted_together(tmp_path):
    program = "from config import metrics; metrics.requests.labels('home', 'GET', '200').inc(2)"
    settings = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    setup = "import django; django.setup(); "
    for _ in range(2):
        subprocess.run([sys.executable, "-c", setup + program], env=settings, check=True)
    read = (
        "from prometheus_client import CollectorRegistry, generate_latest, multiprocess as m; r = CollectorRegistry(); "
    )
    read += "m.MultiProcessCollector(r); print(generate_latest(r).decode())"
    said = subprocess.run([sys.executable, "-c", read], env=settings, check=True, capture_output=True, text=True).stdout
    assert 'ipc_requests_total{method="GET",route="home",status="200"} 4.0' in said
