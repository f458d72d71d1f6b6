"""Whatever script is written into any text, none runs on any page that shows it, in a real browser.

The suite shows a part of the payloads on each page; `script/soak peers_script` shows all of them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peer_network.models import Member
from tests.conftest import make_person
from tests.data_rights import everywhere_peers
from tests.e2e.conftest import chrome_path
from tests.peer_network import given, hostile
from tests.peer_network.crawling import crawl

ROUNDS = 60 if os.environ.get("IPC_SOAK") else 1
MEMBERS = ("/peers/", "/peers/me/", "/notifications/", "/home/", "/search/?q=window")
READERS = {
    "carer": MEMBERS,
    "moderator": (*MEMBERS, "/peers/moderation/"),
    "safeguarding-lead": ("/peers/safeguarding/", "/home/"),
    "board-member": ("/programme/", "/peers/heard/board/", "/home/"),
}
PROGRAM = Path(__file__).with_name("showing.py")


@pytest.fixture
def browser_path() -> str:
    found = chrome_path()
    if not found and os.environ.get("IPC_REQUIRE_BROWSER", "0") not in {"", "0"}:
        pytest.fail("NO BROWSER: no page was looked at.")
    return found or pytest.skip("NO BROWSER: no page was looked at.")


@pytest.fixture
def clients(kernow: Any, on_duty: None) -> dict[str, Any]:
    """Readers of each kind, one of whom wrote everything, where two people's texts are full of payloads."""
    users = [make_person("budget-holder", "peer-supporter", area=kernow) for _ in range(2)]
    for start, user in zip((0, 150), users, strict=True):
        user.name = hostile.some(start, hostile.SHORTEST)
        user.save()
    everywhere_peers.make(*users)
    Member.objects.update(state="active", state_reason="", standing="known")
    found = {"who wrote it": (given.a_client(users[0]), MEMBERS)}
    for role, starts in READERS.items():
        is_member = role in ("carer", "moderator")
        user = given.a_member(f"Wren of {len(found)}", role).user if is_member else make_person(role)
        found[role] = (given.a_client(user), starts)
    return found


def show(pages: list[dict[str, Any]], browser_path: str, folder: Path) -> list[dict[str, Any]]:
    """What the browser says of these pages."""
    file = folder / "pages.json"
    file.write_text(json.dumps(pages))
    done = subprocess.run(
        [sys.executable, str(PROGRAM), browser_path, str(file)], capture_output=True, text=True, timeout=250, check=True
    )
    return json.loads(done.stdout)


def pages_of(clients: dict[str, Any]) -> list[dict[str, Any]]:
    """Every page that any of them can get to, as it was served, each once for each reader who sees another."""
    found, seen = [], set()
    for client, starts in clients.values():
        for address, answer in crawl(client, *starts).items():
            headers = dict(answer.headers)
            if headers.get("Content-Type", "").startswith("text/html") and answer.words not in seen:
                seen.add(answer.words)
                found.append({"address": address, "headers": headers, "body": answer.words})
    return found


@pytest.mark.browser
@pytest.mark.parametrize("turn", range(ROUNDS))
def test_no_script_that_somebody_wrote_runs(turn: int, clients: Any, browser_path: str, tmp_path: Path) -> None:
    assert hostile.fill(turn * 5) > 20
    shown = show(pages_of(clients), browser_path, tmp_path)
    assert len(shown) > 60
    assert [(each["address"], each["ran"]) for each in shown if each["ran"]] == []
    # What a page's policy refuses was about to run: the policy is the second lock, and may not be needed.
    assert [(each["address"], each["refused"]) for each in shown if each["refused"]] == []
    assert [(each["address"], each["targets"]) for each in shown if each["targets"]] == []
    words = " ".join(each["words"] for each in shown)
    met = [payload for payload in hostile.payloads() if " ".join(payload.split()) in " ".join(words.split())]
    assert len(met) > 100, "the payloads stand where people read them"


@pytest.mark.browser
def test_a_page_that_showed_them_as_they_are_would_be_found_out(browser_path: str, tmp_path: Path) -> None:
    raw = "<!doctype html><title>A page</title>" + " ".join(hostile.payloads())
    page = {"address": "/raw/", "headers": {"Content-Type": "text/html"}, "body": raw}
    locked = {
        **page,
        "address": "/locked/",
        "headers": {**page["headers"], "Content-Security-Policy": "default-src 'self'"},
    }
    open_one, locked_one = show([page, locked], browser_path, tmp_path)
    assert open_one["ran"] and open_one["targets"]
    assert not locked_one["ran"] and locked_one["refused"]
