"""“When is it my turn?” in Easy Read: a picture with each sentence, and no sentence of more than 15 words."""

import datetime
from collections.abc import Sequence

from tenants.groups import Group
from tenants.presenters import your_turn_budget as budget
from tenants.returns.ask_dates import Moved
from tenants.returns.models import PublishedPlan
from ui import formats

Item = tuple[str, str]
# (heading, [(picture, sentence)])
Part = tuple[str, list[Item]]


def parts(group: Group, plan: PublishedPlan | None, moved: Sequence[Moved], today: datetime.date) -> list[Part]:
    """The page from the answer to what to do when nobody answers. Words of the area itself stand apart from these."""
    return [
        ("Can you ask?", [*_calendar(short_dates(plan, today)), *_calendar(_short_moved(moved, today))]),
        (
            "What is it?",
            [
                ("money", "A personal health budget is money for your care."),
                ("talk", "You help to decide how the money is spent."),
                ("health", "Some people can ask for it now, by law."),
                ("child" if group.key == "children_complex_needs" else "person", _short_right(group)),
            ],
        ),
        (
            "What can it pay for?",
            [
                *((picture, short) for picture, _, short in budget.INCLUDED),
                ("question", "It is not extra money."),
                ("stop", "It cannot pay for everything."),
            ],
        ),
        (
            "Who looks after the money?",
            [
                *((way.picture, short) for way in budget.WAYS for short in way.short),
                ("yes", budget.MIXING_SHORT),
            ],
        ),
        (
            "Who can you ask?",
            [
                ("phone", "Ask the person who plans your care."),
                ("people", "You can ask somebody you trust to help you."),
            ],
        ),
    ]


def short_dates(plan: PublishedPlan | None, today: datetime.date) -> list[str]:
    """The answer in one or two very short sentences."""
    if plan and plan.status == "paused":
        return ["This has stopped for now."]
    if plan and plan.actual_start and plan.actual_start <= today:
        return ["You can ask for it now."]
    if plan and plan.ask_from:
        if plan.ask_from <= today:
            return ["You can ask for it now."]
        return ["You cannot ask yet.", f"You can ask from {formats.date(plan.ask_from)}."]
    if plan and plan.planned_start:
        return ["It has not started yet.", f"The plan is to start on {formats.date(plan.planned_start)}."]
    if plan and plan.phase:
        return ["It has not started for everybody yet.", "There is no date yet."]
    return ["We do not know yet when it will start.", "The people in charge have not decided."]


def _short_moved(moved: Sequence[Moved], today: datetime.date) -> list[str]:
    """That the date has moved, where there is a date to come or there was one."""
    last = moved[0] if moved else None
    if last is None or last.before is None or (last.after and last.after <= today):
        return []
    # The date that there is now stands above.
    now = [] if last.after else ["Now there is no date."]
    return ["The date has moved.", f"It was {formats.date(last.before)}.", *now]


def _short_right(group: Group) -> str:
    if group.key == "children_complex_needs":
        return "This is for children who get NHS Continuing Care."
    return "This is for adults who get NHS Continuing Healthcare."


def _calendar(sentences: list[str]) -> list[Item]:
    return [("calendar", sentence) for sentence in sentences]


START: list[Item] = [
    ("money", "A personal health budget is money for your care."),
    ("talk", "You help to decide how the money is spent."),
    ("place", "Tell us where you live."),
    ("stop", "We do not keep your answer."),
]
FOR_WHOM: list[Item] = [("people", "Tell us who it is for."), ("stop", "We do not keep your answer.")]
FOLLOW: list[Item] = [
    ("letter", "We can write to you when this page changes."),
    ("calendar", "We tell you when a date moves, and why."),
    ("stop", "You can stop at any time."),
]
REFUSED: list[Item] = [
    ("talk", "Did you ask for a budget?"),
    ("stop", "Did they say no, or nothing at all?"),
    ("letter", "Tell us here what happened."),
    ("person", "The person in charge of this area will read it."),
    ("yes", "You do not have to say who you are."),
]
HELP: list[Item] = [
    ("phone", "In danger? Phone 999."),
    ("health", "Not well? Phone 111."),
    ("talk", "Feeling very low? Phone the Samaritans on 116 123."),
    ("people", "Healthwatch listens to what people say about care."),
    ("person", "An advocate speaks up for you."),
    ("letter", "You can complain to the NHS. It is your right."),
]
