"""The kept template database is made anew whenever the code that shapes it changes."""

import ast
import importlib.util
import json
from pathlib import Path

from tests import template_cache

SHAPES_NOTHING = {"config.today"}  # read for the day of a row that is made at the time


def imported_from(path: Path) -> set[str]:
    """The modules that a file imports by `from package import name`, each name taken for a module of its own too."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom) and node.module]
    return {name for node in nodes for name in (node.module, *(f"{node.module}.{each.name}" for each in node.names))}


def file_of(name: str) -> Path | None:
    """The file of a module; None for a name that is none."""
    try:
        found = importlib.util.find_spec(name)
    except ModuleNotFoundError:
        return None
    return Path(found.origin) if found and found.origin else None


def test_whatever_a_migration_of_ours_imports_shapes_the_template():
    shaping = template_cache.shaping_files()
    migrations = [path for path in shaping if path.parent.name == "migrations"]
    assert len(migrations) > 40
    names = {name for path in migrations for name in imported_from(path)} - SHAPES_NOTHING
    ours = {path for name in names if (path := file_of(name)) and path.name != "__init__.py"}
    ours = {path for path in ours if path.is_relative_to(template_cache.PROJECT) and ".venv" not in path.parts}

    assert ours
    assert {str(path.relative_to(template_cache.PROJECT)) for path in ours - shaping} == set()


def test_a_kept_template_is_gone_on_with_where_only_migrations_came_after_it(tmp_path, monkeypatch):
    then = {"uv.lock": "1", "timebank/migrations/0001_initial.py": "2"}
    further = {**then, "timebank/migrations/0002_more.py": "3"}
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path)
    kept = tmp_path / "kept.sql"
    kept.touch()

    def found(notes, now):
        kept.with_suffix(".json").write_text(json.dumps(notes))
        monkeypatch.setattr(template_cache, "digests", lambda: now)
        return template_cache.older_dump()

    assert found(then, further) == kept
    assert found(then, {**further, "uv.lock": "9"}) is None  # another thing has changed
    assert found(further, then) is None  # a migration is gone
    assert found({**then, "timebank/migrations/0002_more.py": "8"}, further) is None  # it was another one
    assert found(then, {**then, "platform/config/settings.py": "4"}) is None  # what came is no migration
    kept.with_suffix(".json").unlink()
    assert template_cache.older_dump() is None
