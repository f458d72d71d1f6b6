"""`ipc timebank`: exit codes, JSON on standard output and nothing else, one line for each fault on the other."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from config import ipc
from tests import databases
from timebank.ledger import accounts
from timebank.models import Transfer


@pytest.fixture
def run(committed_db: str) -> Any:
    """Runs the command in a process of its own: (exit code, standard output, standard error)."""

    def command(*arguments: str) -> tuple[int, str, str]:
        environment = {**os.environ, "DATABASE_URL": databases.url_of(committed_db)}
        done = subprocess.run(
            [sys.executable, "-m", "config.ipc", "timebank", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        return done.returncode, done.stdout, done.stderr

    return command


@pytest.mark.slow
def test_operator_posts_once_and_the_ledger_is_verified(run: Any, capsys: Any) -> None:
    sent = ("post", "--from", "kernow", "--to", "bristol", "--minutes", "90", "--key", "k-1", "--note", "A day’s help")
    code, out, err = run(*sent)
    first = json.loads(out)
    assert (code, err) == (0, "")
    assert set(first) == {"transfer", "key", "from", "to", "minutes", "posted_at"}
    assert (first["key"], first["from"], first["to"], first["minutes"]) == ("k-1", "kernow", "bristol", 90)

    code, out, err = run(*sent[:6], "105", *sent[7:])
    assert (code, out) == (1, "")
    assert err.splitlines() == ["The key “k-1” belongs to another transfer already. Use a new key for a new transfer."]

    assert ipc.main(["timebank", *sent]) == 0
    assert json.loads(capsys.readouterr().out) == first
    assert ipc.main(["timebank", "balances", "--json"]) == 0
    found = {row["account"]: row["minutes"] for row in json.loads(capsys.readouterr().out)["accounts"]}
    assert (found["kernow"], found["bristol"], found["network"]) == (-90, 90, 0)
    assert len(found) == 12
    assert ipc.main(["timebank", "verify"]) == 0
    assert "The entries of each transfer sum to zero" in capsys.readouterr().out


POST = ["timebank", "post", "--key", "k", "--from"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["kernow", "--to", "bristol", "--minutes", "20"], "20 minutes are not posted: use a positive multiple of 15."),
        (["kernow", "--to", "bristol", "--minutes", "0"], "0 minutes are not posted: use a positive multiple of 15."),
        (
            ["kernow", "--to", "bristol", "--minutes", "-15"],
            "-15 minutes are not posted: use a positive multiple of 15.",
        ),
        (["kernow", "--to", "kernow", "--minutes", "15"], "--from and --to are the same"),
        (["kernow", "--to", "bristol", "--minutes", "1215"], "may go down to −20 hours"),
        (["network", "--to", "bristol", "--minutes", "1215"], "The network’s pool would be at −20 hours 15 minutes"),
        (["nowhere", "--to", "bristol", "--minutes", "15"], "There is no account “nowhere”. The accounts are: bath"),
        (["kernow", "--to", "nobody", "--minutes", "15"], "There is no account “nobody”. The accounts are: bath"),
    ],
)
def test_what_is_refused_is_one_line_on_standard_error(db: None, capsys: Any, arguments: list[str], words: str) -> None:
    assert ipc.main([*POST, *arguments]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert words in said.err
    assert not Transfer.objects.exists()


def test_wrong_usage_is_exit_code_two(db: None, capsys: Any) -> None:
    for arguments in (
        ["timebank"],
        ["timebank", "post", "--from", "kernow"],
        [*POST, "a", "--to", "b", "--minutes", "x"],
    ):
        with pytest.raises(SystemExit) as stopped:
            ipc.main(arguments)
        assert stopped.value.code == 2
    capsys.readouterr()


def test_minutes_from_the_pool_are_a_grant(db: None, capsys: Any) -> None:
    assert ipc.main([*POST, "network", "--to", "bristol", "--minutes", "60"]) == 0

    capsys.readouterr()
    bristol = accounts.by_slug("bristol").balance
    assert (bristol.minutes, bristol.given) == (60, 0)
    assert Transfer.objects.get().kind == "grant"


def test_verify_says_what_is_broken_and_fails(db: None, capsys: Any, helped: Any) -> None:
    from django.db import connection

    helped("bristol", "kernow", 60, key="short")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "SELECT tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE tgrelid = 'timebank_entry'::regclass AND proname = 'refuse_change'"
        )
        cursor.execute(f"DROP TRIGGER {cursor.fetchone()[0]} ON timebank_entry")
        cursor.execute("UPDATE timebank_entry SET minutes = 75 WHERE side = 'gave'")

    assert ipc.main(["timebank", "verify", "--json"]) == 1

    said = capsys.readouterr()
    broken = {check["check"]: check["faults"] for check in json.loads(said.out)["checks"] if check["faults"]}
    assert set(broken) == {"zero", "all_zero", "whole", "balances", "statements", "protected"}
    assert broken["zero"] == ["The entries of transfer “short” sum to 15 minutes."]
    assert "The entries of transfer “short” sum to 15 minutes." in said.err.splitlines()
