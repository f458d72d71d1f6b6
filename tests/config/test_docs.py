"""What the documents point to is there: links, scripts, commands, files of the code."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from config import ipc
from embedded import demo_people

PROJECT = Path(__file__).resolve().parents[2]
SKIPPED = {"var", "node_modules"}
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SCRIPT = re.compile(r"(?<![\w/.-])script/([a-z][a-z_-]*)")
# In code, and at the start of a line of a block: the word IPC in a sentence is the programme.
COMMAND = re.compile(r"(?:`|^\s*(?:\$ )?|\brun(?:s)? )ipc ([a-z][a-z-]+)((?: [a-z][a-z-]+)?)", re.MULTILINE)
HEADING = re.compile(r"^#{1,6} (.+?)\s*$", re.MULTILINE)


def documents() -> list[Path]:
    """Every Markdown file of the project."""
    found = []
    for path in sorted(PROJECT.rglob("*.md")):
        parts = path.relative_to(PROJECT).parts
        if not any(part.startswith(".") or part in SKIPPED for part in parts):
            found.append(path)
    return found


def id_of(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def links(path: Path) -> Iterator[str]:
    """Relative links, outside code blocks."""
    for target in LINK.findall(FENCE.sub("", path.read_text())):
        if not re.match(r"[a-z]+:", target):
            yield unquote(target)


def anchors(path: Path) -> set[str]:
    """The names that a heading has in an address: small letters, hyphens for spaces, no other signs."""
    headings = HEADING.findall(FENCE.sub("", path.read_text()))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands() -> dict[str, str]:
    """Each `ipc` command with its help."""
    parser = ipc._parser()
    actions = next(action for action in parser._actions if action.dest == "command")
    assert actions.choices is not None
    return {name: parser_of.format_help() for name, parser_of in actions.choices.items()}


@pytest.mark.parametrize("path", documents(), ids=id_of)
def test_links_lead_somewhere(path: Path) -> None:
    missing = []
    for link in links(path):
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            missing.append(link)
    assert missing == []


@pytest.mark.parametrize("path", documents(), ids=id_of)
def test_scripts_named_exist(path: Path) -> None:
    named = set(SCRIPT.findall(path.read_text()))
    assert {name for name in named if not (PROJECT / "script" / name).exists()} == set()


@pytest.mark.parametrize("path", documents(), ids=id_of)
def test_commands_named_exist(path: Path) -> None:
    known = commands()
    unknown = []
    for name, action in COMMAND.findall(path.read_text()):
        if name not in known:
            unknown.append(name)
        elif "{" in known[name] or "ACTION" in known[name]:
            word = action.strip()
            if word and word not in known[name]:
                unknown.append(f"{name} {word}")
    assert unknown == []


@pytest.mark.parametrize("path", documents(), ids=id_of)
def test_paths_of_the_code_exist(path: Path) -> None:
    quoted = re.findall(r"`((?:platform|tenants|knowledge|docs|docker|tests)/[\w./-]+)`", path.read_text())
    missing = [name for name in quoted if not (PROJECT / name).exists()]
    assert missing == []


def test_documents_named_in_the_code_exist() -> None:
    missing = []
    for folder in ("platform", "tenants", "knowledge", "finance_models", "tests"):
        for path in (PROJECT / folder).rglob("*.py"):
            named = re.findall(r"docs/[\w/-]+\.md", path.read_text())
            missing += [f"{id_of(path)}: {name}" for name in named if not (PROJECT / name).exists()]
    assert missing == []


def test_decisions_are_numbered_once() -> None:
    numbers = [path.name[:4] for path in (PROJECT / "docs" / "decisions").glob("[0-9]*.md")]
    assert sorted(numbers) == sorted(set(numbers))


def test_the_index_names_every_document() -> None:
    index = PROJECT / "docs" / "README.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}
    ours = {path for path in documents() if path.is_relative_to(PROJECT / "docs")} - {index}
    assert {id_of(path) for path in ours - linked} == set()


def test_the_readme_names_every_sign_in_of_the_demo() -> None:
    named = set(re.findall(r"`([a-z-]+@demo\.example)`", (PROJECT / "README.md").read_text()))
    assert named == {person.email for person in demo_people.PEOPLE}


def test_the_readme_names_the_demos_password() -> None:
    assert f"`{demo_people.DEFAULT_PASSWORD}`" in (PROJECT / "README.md").read_text()
