"""Who may use the addresses of planning; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from market import rights_samples as samples

BUYERS, FORM, POST = samples.BUYERS, samples.FORM, samples.POST


def a_plan(user: Any) -> Any:
    """A plan of this person with one line."""
    from config.today import today
    from market.planning import actions

    plan = actions.make(name="A plan", begins_on=today(), budget_pence=100_000, by=user)
    values = {"words": "A swim", "price_pence": 500, "quantity": 1, "per": "week"}
    actions.add(plan=plan, kind="own", values=values)
    return plan


def _somebody_else(world: Any) -> Any:
    return next(person for role in BUYERS if (person := world.people[role]) != world.me)


def _own(world: Any) -> dict[str, Any]:
    return {"public_id": a_plan(world.me or world.people["carer"]).public_id}


def _foreign(world: Any) -> dict[str, Any]:
    return {"public_id": a_plan(_somebody_else(world)).public_id}


def _with_line(plan: Any) -> dict[str, Any]:
    return {"public_id": plan.public_id, "line": plan.lines.get().public_id}


def _own_line(world: Any) -> dict[str, Any]:
    return _with_line(a_plan(world.me or world.people["carer"]))


def _foreign_line(world: Any) -> dict[str, Any]:
    return _with_line(a_plan(_somebody_else(world)))


def _as_file(arguments: dict[str, Any]) -> dict[str, Any]:
    return {**arguments, "ending": "csv"}


PLAN = {"sample": _own, "foreign": _foreign}
LINE = {"sample": _own_line, "foreign": _foreign_line}

ROWS = [
    Row("market:plans", BUYERS),
    Row("market:plan-new", BUYERS, FORM, also=(422,)),
    Row("market:plan-add", BUYERS, sample=samples.offer, foreign=samples.unknown),
    Row("market:plan", BUYERS, **PLAN),
    Row(
        "market:plan-file",
        BUYERS,
        sample=lambda world: _as_file(_own(world)),
        foreign=lambda world: _as_file(_foreign(world)),
    ),
    Row("market:plan-change", BUYERS, FORM, also=(422,), **PLAN),
    Row("market:plan-copy", BUYERS, POST, **PLAN),
    Row("market:plan-delete", BUYERS, FORM, **PLAN),
    Row("market:plan-line-new", BUYERS, FORM, also=(422,), **PLAN),
    Row("market:plan-assistant-new", BUYERS, FORM, also=(422,), **PLAN),
    Row("market:plan-line-change", BUYERS, FORM, also=(422,), **LINE),
    Row("market:plan-line-remove", BUYERS, POST, **LINE),
]
