"""A private folder of the test's own, and the verbs of `ipc finance` as they are typed."""

import json

import pytest
from django.conf import settings

from config import ipc
from tests.finance_models import data_sets


@pytest.fixture(autouse=True)
def own_private_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "PRIVATE_ROOT", tmp_path / "private")


@pytest.fixture
def run(tmp_path, capsys):
    """Runs a verb of `ipc finance` on a data set: its code, its JSON document (or text), and the lines of faults."""

    def run_verb(verb, *arguments, as_json=True, **tables):
        files = data_sets.write(tmp_path, **tables)
        if verb == "quality":  # has no assumptions, the last two arguments
            files = files[:-2]
        code = ipc.main(["finance", verb, *files, *arguments, *(["--json"] if as_json else [])])
        said = capsys.readouterr()
        lines = [line.replace(f"{tmp_path}/", "") for line in said.err.splitlines()]
        return code, json.loads(said.out) if as_json and said.out else said.out, lines

    return run_verb


@pytest.fixture
def capitate(run):
    """`ipc finance capitate`, with ordinary people and lines beside those that are given."""

    def run_capitate(*arguments, people="", activity="", **tables):
        people = people if isinstance(people, bytes) else f"{data_sets.MANY_PEOPLE}\n{people}"
        activity = activity if isinstance(activity, bytes) else f"{data_sets.MANY_LINES}\n{activity}"
        return run("capitate", *arguments, people=people, activity=activity, **tables)

    return run_capitate
