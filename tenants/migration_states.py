"""What the migrations of an area have to know of the models: those within reach of its own apps, and no others.

Django renders every model of the project before the first migration, most of them Wagtail's, and again for each
schema. An area's tables refer to a handful of shared ones. Leaving the rest out gives the same tables; a test
compares them with those that the library makes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.migrations import Migration, RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import SeparateDatabaseAndState
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.utils import resolve_relation

Key = tuple[str, str]  # (app, name) of a migration or a model


@dataclass(frozen=True)
class Step:
    """One migration of an area's own app, with the models as they are before it."""

    migration: Migration
    before: ProjectState


def own_apps() -> frozenset[str]:
    """The labels of the apps whose tables lie in an area's schema."""
    return frozenset(config.label for config in apps.get_app_configs() if _is_own(config))


def on_disk() -> set[Key]:
    """(app, name) of every migration there is. Raises nothing: a folder without migrations has none."""
    loader = MigrationLoader(None, ignore_no_migrations=True, load=False)
    loader.load_disk()
    return set(loader.disk_migrations)


def steps(lacking: frozenset[Key]) -> list[Step]:
    """The steps of a schema that lacks these migrations of its own apps, in Django's order."""
    loader = MigrationLoader(None)
    whole = ProjectState(real_apps=loader.unmigrated_apps)
    plan = [loader.graph.nodes[key] for key in _whole_plan(loader)]
    for migration in plan:
        if (migration.app_label, migration.name) not in lacking:
            migration.mutate_state(whole, preserve=False)
    found = []
    for migration in plan:
        if (migration.app_label, migration.name) in lacking:
            after = migration.mutate_state(whole, preserve=True)
            found.append(Step(migration, whole if _needs_all(migration.operations) else _within_reach(whole, after)))
            whole = after
    return found


def _whole_plan(loader: MigrationLoader) -> list[Key]:
    """Every migration in the order in which Django would run them on an empty database."""
    plan: dict[Key, None] = {}
    for target in loader.graph.leaf_nodes():
        plan |= dict.fromkeys(loader.graph.forwards_plan(target))
    return list(plan)


def _within_reach(before: ProjectState, after: ProjectState) -> ProjectState:
    """`before` with the own apps' models, what those refer to, and so on; a new reference counts already."""
    own, wanted = own_apps(), set()
    ahead = [key for key in {**before.models, **after.models} if key[0] in own]
    while ahead:
        key = ahead.pop()
        if key not in wanted:
            wanted.add(key)
            for state in (before, after):
                if key in state.models:
                    ahead.extend(_named_by(state.models[key]))
    return ProjectState({key: model.clone() for key, model in before.models.items() if key in wanted})


def _named_by(model: ModelState) -> Iterator[Key]:
    for field in model.fields.values():
        for target in (getattr(field.remote_field, "model", None), getattr(field.remote_field, "through", None)):
            if target:
                yield resolve_relation(target, model.app_label, model.name_lower)
    for base in model.bases:
        if isinstance(base, str):
            yield resolve_relation(base)


def _needs_all(operations: list[Any]) -> bool:
    """True for migrations that run Python: it may ask for any model."""
    return any(
        isinstance(each, RunPython)
        or (isinstance(each, SeparateDatabaseAndState) and _needs_all(each.database_operations))
        for each in operations
    )


def _is_own(config: Any) -> bool:
    path = f"{type(config).__module__}.{type(config).__name__}"
    return config.name in settings.TENANT_APPS or path in settings.TENANT_APPS
