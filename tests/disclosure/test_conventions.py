"""Who may see true counts is decided here, by name, and not in passing."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Pages and files of an area's own roll-out and finance teams. Add a module only if nobody else reaches it.
MAY_OPEN_RAW_COUNTS = ("platform/disclosure/", "tenants/rollout/", "finance_models/")

SOURCES = ("platform", "tenants", "finance_models", "timebank", "peer_network", "market", "knowledge")

# Ways to get at a true count, or to make a published figure without the rule.
OPENERS = {"own_figure", "_RawCount__people", "_seal", "_unseal"}


def modules():
    found = (path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def words_of(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            # A function of one's own may be called so; ours is reached as an attribute.
            if node.id != "_seal":
                yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("source", ["own_figure(x)", "x._seal(3)", "from d import own_figure", "getattr(x, '_seal')"])
def test_an_opener_is_found_however_it_is_written(source):
    assert OPENERS & set(words_of(source))


def test_only_an_areas_own_teams_open_raw_counts():
    outside = [path for path in modules() if not path.startswith(MAY_OPEN_RAW_COUNTS)]
    assert outside
    guilty = [path for path in outside if OPENERS & set(words_of((ROOT / path).read_text()))]
    assert guilty == [], "These show true counts of people to others than an area's own teams"


# What keeps and shows releases. All else is the rule and its checks, which a program without a database can use.
NEEDS_DJANGO = {
    "actions.py", "apps.py", "forms.py", "memberships.py", "models.py", "personal_data.py", "presenters.py",
    "queries.py", "registrations.py", "rights.py", "urls.py", "views.py",
}  # fmt: skip


def test_the_rules_need_no_django():
    ours = [path for path in modules() if path.startswith("platform/disclosure/") and "/migrations/" not in path]
    core = [path for path in ours if path.rsplit("/", 1)[1] not in NEEDS_DJANGO]
    assert len(core) > 15
    imported = {path: set(imports_of((ROOT / path).read_text())) for path in core}
    others = {f"disclosure.{name.removesuffix('.py')}" for name in NEEDS_DJANGO} | {"django", "files", "audit", "ui"}
    assert [path for path, names in imported.items() if any(n.startswith(tuple(others)) for n in names)] == []


def imports_of(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
