"""The guided choice: questions and models from `words/find_support.toml`, and which models the answers lead to."""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parents[1] / "words" / "find_support.toml"
# The second model is shown too where it fits nearly as well.
NEARLY = 1  # point
MOST_MODELS = 2


@dataclass(frozen=True)
class Answer:
    """One answer to a question: how many points it gives to each model, and why."""

    key: str
    words: str
    picture: str
    points: dict[str, int]
    because: str


@dataclass(frozen=True)
class Question:
    """One question, on a page of its own."""

    key: str
    title: str
    answers: tuple[Answer, ...]

    def answer(self, key: str) -> Answer | None:
        """The answer with this key; None for one that isn't there."""
        return next((each for each in self.answers if each.key == key), None)


@dataclass(frozen=True)
class Model:
    """One of the four models of peer support."""

    key: str
    title: str
    picture: str
    what: str
    good: str
    next: str
    after: str


@dataclass(frozen=True)
class Guide:
    """The whole guided choice."""

    title: str
    lede: str
    questions: tuple[Question, ...]
    models: tuple[Model, ...]


@dataclass(frozen=True)
class Suggestion:
    """A model, and the reasons that the person's own answers gave for it."""

    model: Model
    because: tuple[str, ...]


@functools.cache
def read(path: Path = FILE) -> Guide:
    """The guide of this file. Raises KeyError where a field is missing, ValueError where points name no model."""
    found = tomllib.loads(path.read_text())
    models = tuple(Model(**each) for each in found["models"])
    questions = tuple(
        Question(each["key"], each["title"], tuple(_answer(answer) for answer in each["answers"]))
        for each in found["questions"]
    )
    known = {model.key for model in models}
    for question in questions:
        for answer in question.answers:
            if set(answer.points) - known:
                raise ValueError(f"{question.key}: {answer.key} gives points to a model that isn't there.")
    return Guide(found["title"], found["lede"], questions, models)


def given(guide: Guide, query: dict[str, str]) -> dict[str, Answer]:
    """The answers that the address holds, in order, up to the first question that is still open."""
    found: dict[str, Answer] = {}
    for question in guide.questions:
        answer = question.answer(query.get(question.key, ""))
        if answer is None:
            break
        found[question.key] = answer
    return found


def suggestions(guide: Guide, answers: dict[str, Answer]) -> list[Suggestion]:
    """The model that fits best, and a second that fits nearly as well; their order in the file breaks ties."""
    points = {model.key: sum(answer.points.get(model.key, 0) for answer in answers.values()) for model in guide.models}
    ranked = sorted(guide.models, key=lambda model: -points[model.key])
    best = points[ranked[0].key]
    chosen = [model for model in ranked[:MOST_MODELS] if points[model.key] >= best - NEARLY]
    return [Suggestion(model, _because(model, answers)) for model in chosen]


def _because(model: Model, answers: dict[str, Answer]) -> tuple[str, ...]:
    return tuple(each.because for each in answers.values() if each.points.get(model.key) and each.because)


def _answer(found: dict) -> Answer:
    return Answer(
        found["key"], found["words"], found["picture"], dict(found.get("points", {})), found.get("because", "")
    )
