"""Whatever script is written into any text, none runs on any page that shows it, in a real browser.

Every text of the room holds all 300 payloads at once, and a page of every route is shown. `script/soak peers_script`
also shows every page that readers of each kind get to by links, where each payload of each text has to be met, and
types all of them into every form, whole and in pieces that are short enough to be taken.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import chrome_path
from tests.peer_network import hostile, typing_in, written_everywhere
from tests.peer_network.typing_in import Form
from tests.peer_network.written_everywhere import Read, Room

PROGRAM = Path(__file__).with_name("showing.py")
OWN_FILE = re.compile(r'(?:src|href)="(/static/[^"]+\.(?:js|css))"')
# Where words may stand. In none of these places a browser takes them for a script, a style or an address.
HARMLESS = re.compile(r"^[a-z0-9]+$|^[a-z0-9]+ (value|own-address|title|alt|content|label|aria-[a-z]+|data-[a-z-]+)=$")
NEVER = {"script", "style", "iframe", "noscript", "template", "comment", "xmp", "noembed", "plaintext"}
LONG_PIECE, SHORT_PIECE = 1_400, 75  # characters that most texts of many lines and of one line take
SOAK = bool(os.environ.get("IPC_SOAK"))


@pytest.fixture
def browser_path() -> str:
    found = chrome_path()
    if not found and os.environ.get("IPC_REQUIRE_BROWSER", "0") not in {"", "0"}:
        pytest.fail("NO BROWSER: no page was looked at.")
    return found or pytest.skip("NO BROWSER: no page was looked at.")


@pytest.fixture(autouse=True)
def no_limits(settings: Any) -> None:
    """Nobody is told to wait: such a page shows nothing of what was written."""
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, {"account": "100000/m", "address": "100000/m"})


@pytest.fixture
def room(kernow: Any, bristol: Any, on_duty: None) -> Room:
    """Everywhere in it stands something."""
    return written_everywhere.make(kernow, bristol)


def show(pages: list[dict[str, Any]], browser_path: str, folder: Path, files: dict[str, Any]) -> list[dict[str, Any]]:
    """What the browser says of these pages."""
    file = folder / "pages.json"
    file.write_text(json.dumps({"payloads": hostile.payloads(), "files": files, "pages": pages}))
    done = subprocess.run(
        [sys.executable, str(PROGRAM), browser_path, str(file)],
        capture_output=True,
        text=True,
        timeout=1_800,
        check=True,
    )
    return json.loads(done.stdout)


def for_browser(reads: list[Read]) -> list[dict[str, Any]]:
    """Pages among them as they were served, each once for each reader who sees another."""
    found, seen = [], set()
    for read in reads:
        headers = dict(read.answer.headers)
        if headers.get("Content-Type", "").startswith("text/html") and read.answer.words not in seen:
            seen.add(read.answer.words)
            found.append({"address": read.address, "headers": headers, "body": read.answer.words})
    return found


def own_files(client: Any, pages: list[dict[str, Any]]) -> dict[str, Any]:
    """The site's own scripts and styles that these pages ask for."""
    addresses = {address for page in pages for address in OWN_FILE.findall(page["body"])}
    answers = {address: client.get(address) for address in addresses}
    return {
        address: {"headers": dict(answer.items()), "body": b"".join(answer).decode()}
        for address, answer in answers.items()
    }


def shown_of(reads: list[Read], room: Room, browser_path: str, folder: Path) -> list[dict[str, Any]]:
    """What the browser says of these, where all is well: nothing ran, nothing was about to, no word stands amiss."""
    pages = for_browser(reads)
    shown = show(pages, browser_path, folder, own_files(room.clients["moderator"], pages))
    assert [(each["address"], each["ran"]) for each in shown if each["ran"]] == []
    # What a page's policy refuses was about to run: the policy is the second lock, and may not be needed.
    assert [(each["address"], each["refused"]) for each in shown if each["refused"]] == []
    assert [(each["address"], each["targets"]) for each in shown if each["targets"]] == []
    places = {(place, each["address"]) for each in shown for place in each["places"]}
    assert [each for each in sorted(places) if each[0] in NEVER or not HARMLESS.match(each[0])] == []
    return shown


def met(shown: list[dict[str, Any]]) -> Counter[int]:
    """The number of a field -> how many of its payloads stand whole on some page."""
    return Counter(int(key.partition(".")[0]) for key in {key for each in shown for key in each["whole"]})


@pytest.mark.browser
@pytest.mark.timeout(3_600 if SOAK else 300)
def test_no_script_that_somebody_wrote_runs(room: Room, browser_path: str, tmp_path: Path) -> None:
    fields = hostile.fill()
    reads = written_everywhere.read_each(room) + (written_everywhere.read_on(room) if SOAK else [])
    assert [read for read in reads[: len(room.addresses)] if read.answer.status >= 400] == []
    shown = shown_of(reads, room, browser_path, tmp_path)
    missing = {field.label for field in fields if met(shown)[field.number] < len(hostile.payloads())}
    too_long = sum(len(field.too_long) for field in fields)
    print(
        f"{sum(met(shown).values()):,} payloads in {len(fields)} texts, {too_long} of them too long for their field, "
        f"on {len(shown)} pages: seen {sum(len(each['whole']) for each in shown):,} times, none ran"
    )
    assert missing == set() if SOAK else len(missing) < len(fields) / 2


@pytest.mark.browser
@pytest.mark.timeout(3_600)
@pytest.mark.skipif(not SOAK, reason="script/soak peers_script types into every form")
def test_no_script_that_somebody_types_runs(room: Room, browser_path: str, tmp_path: Path) -> None:
    forms: dict[str, tuple[str, Form]] = {}
    for read in written_everywhere.read_each(room) + written_everywhere.read_on(room, of_a_route=3):
        for form in typing_in.forms_of(read.address, read.answer):
            forms.setdefault(form.key, (read.who, form))
    fields: list[hostile.Field] = []
    reads: list[Read] = []
    for key, (who, form) in forms.items():
        mine = {
            name: hostile.Field(len(fields) + place, f"{key}: {name}", 0) for place, name in enumerate(form.texts, 1)
        }
        fields += mine.values()
        for texts in texts_for(form, mine):
            reads += [Read(who, *answer) for answer in typing_in.typed(room.clients[who], form, texts)]
    shown = shown_of(reads, room, browser_path, tmp_path)
    statuses = Counter(read.answer.status for read in reads)
    print(
        f"{len(forms)} forms with {len(fields)} texts, {len(reads)} answers (by status {dict(statuses)}), "
        f"{len(shown)} pages shown: payloads seen {sum(len(each['whole']) for each in shown):,} times, none ran"
    )
    assert len(forms) > 30


def texts_for(form: Form, fields: dict[str, hostile.Field]) -> list[dict[str, str]]:
    """What is typed into the texts of a form, one sending after the other: everything, then piece after piece."""
    pieces = {
        name: field.pieces(LONG_PIECE, "\n") if form.texts[name] else field.pieces(SHORT_PIECE)
        for name, field in fields.items()
    }
    turns = max(len(pieces[name]) for name in fields if form.texts[name]) if any(form.texts.values()) else 20
    whole = {name: field.text("\n" if form.texts[name] else " ") for name, field in fields.items()}
    return [whole, *({name: each[turn % len(each)] for name, each in pieces.items()} for turn in range(turns))]


@pytest.mark.browser
def test_a_page_that_showed_them_as_they_are_would_be_found_out(browser_path: str, tmp_path: Path) -> None:
    raw = "<!doctype html><title>A page</title>" + " ".join(hostile.payloads())
    page = {"address": "/raw/", "headers": {"Content-Type": "text/html"}, "body": raw}
    locked = {
        **page,
        "address": "/locked/",
        "headers": {**page["headers"], "Content-Security-Policy": "default-src 'self'"},
    }
    text = hostile.Field(1, "A text", 0).text()
    script = {**page, "address": "/script/", "body": f"<!doctype html><script>/* {text} */</script>"}
    open_one, locked_one, script_one = show([page, locked, script], browser_path, tmp_path, {})
    assert open_one["ran"] and open_one["targets"]
    assert not locked_one["ran"] and locked_one["refused"]
    assert "script" in script_one["places"]
