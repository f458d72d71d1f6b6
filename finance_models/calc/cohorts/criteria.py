"""The definition of a finance cohort: criteria combined with all, any or none, named and versioned, as a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from finance_models.calc.cohorts.measures import CHOICE, FLAG, MEASURES, NUMBER, Measure, choice_words, negated

ALL, ANY, NONE = "all", "any", "none"
COMBINES = (ALL, ANY, NONE)
# How a combination is joined, and whether each part is said the other way round; and how the opposite of it is.
READ = {ALL: (ALL, False), ANY: (ANY, False), NONE: (ALL, True)}
OPPOSITE = {ALL: (ANY, True), ANY: (ALL, True), NONE: (ANY, False)}
MOST_CRITERIA = 40
MOST_DEPTH = 3


@dataclass(frozen=True)
class Criterion:
    """One criterion about a measure: a range for a number (pounds for cost), choices, or yes or no for a flag.

    Who has no value doesn't meet it.
    """

    measure: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    one_of: tuple[str, ...] = ()
    is_set: bool | None = None

    @property
    def sentence(self) -> str:
        """What it asks, as the end of "people who …"."""
        measure = MEASURES[self.measure]
        if measure.kind == CHOICE:
            return measure.one_of.format(choices=_joined([choice_words(measure, each) for each in self.one_of], "or"))
        if measure.kind == FLAG:
            return measure.yes if self.is_set else measure.no
        low, high = (_written(value, self.measure) for value in (self.at_least, self.at_most))
        if self.at_least is None:
            return measure.at_most.format(high=high)
        if self.at_most is None:
            return measure.at_least.format(low=low)
        return (measure.exactly if low == high else measure.between).format(low=low, high=high)

    def validate(self) -> list[str]:
        """Every fault, as a line that says what and how to mend it."""
        measure = MEASURES.get(self.measure)
        if measure is None:
            return [f"{self.measure}: this can't be asked for; choose one of {', '.join(MEASURES)}"]
        checks = {NUMBER: self._number_faults, CHOICE: self._choice_faults, FLAG: self._flag_faults}
        return [f"{self.measure}: {fault}" for fault in checks[measure.kind](measure)]

    def _number_faults(self, measure: Measure) -> list[str]:
        given = [value for value in (self.at_least, self.at_most) if value is not None]
        if self.one_of or self.is_set is not None:
            return ["it is a number; give at_least, at_most, or both"]
        if not given:
            return ["no number is given; give at_least, at_most, or both"]
        faults = []
        for value in given:
            if not value.is_finite() or not measure.least <= value <= measure.most:
                faults.append(f"{value} is out of range; write a number from {measure.least} to {measure.most:,}")
            elif -int(value.normalize().as_tuple().exponent) > measure.places:
                faults.append(f"{value} has too many decimal places; write at most {measure.places}")
        if not faults and len(given) == 2 and given[0] > given[1]:
            faults.append(f"{given[0]} is above {given[1]}; write the lower number as at_least")
        return faults

    def _choice_faults(self, measure: Measure) -> list[str]:
        if self.at_least is not None or self.at_most is not None or self.is_set is not None:
            return ["it is a choice; give one_of"]
        if not self.one_of:
            return ["nothing is chosen; give one_of with one choice or more"]
        known = measure.choices
        return [
            f"{each or 'an empty choice'} is not known" + (f"; choose from {', '.join(known)}" if known else "")
            for each in self.one_of
            if (known and each not in known) or not each or "|" in each
        ]

    def _flag_faults(self, measure: Measure) -> list[str]:
        if self.is_set is None or self.one_of or self.at_least is not None or self.at_most is not None:
            return ["it is yes or no; give is_set as true or false"]
        return []


@dataclass(frozen=True)
class Combination:
    """Criteria of which all must be met, or any, or none; a part may be a combination too.

    Who has no value for a criterion doesn't meet it, and so is kept by "none".
    """

    combine: str
    parts: tuple["Criterion | Combination", ...]

    @property
    def sentence(self) -> str:
        """Its parts joined with and, or with or; those inside that are joined otherwise in brackets.

        Of none, each part is said the other way round: not (A or B) is not A and not B.
        """
        return _said(self.phrases(READ), READ[self.combine][0])

    def phrases(self, reading: Mapping[str, tuple[str, bool]]) -> list[str]:
        """The sentence's parts, by READ or by OPPOSITE."""
        joined, is_opposite = reading[self.combine]
        within, found = OPPOSITE if is_opposite else READ, []
        for part in self.parts:
            if isinstance(part, Criterion):
                found.append(negated(part.sentence) if is_opposite else part.sentence)
                continue
            inner, inner_joined = part.phrases(within), within[part.combine][0]
            found += inner if len(inner) == 1 or inner_joined == joined else [f"({_said(inner, inner_joined)})"]
        return found

    @property
    def joined(self) -> str:
        """Whether its steps are joined by all or by any."""
        return READ[self.combine][0]

    @property
    def steps(self) -> tuple["Criterion | Combination", ...]:
        """What narrows (or widens) one after another: parts inside that are joined alike stand by themselves.

        All of (A, B) and none of (C, D) are four steps; any of (A, B) and C are two.
        """
        return tuple(_steps(self, READ, self.joined))

    def validate(self, depth: int = 1) -> list[str]:
        """Every fault of it and of its parts."""
        faults = []
        if self.combine not in COMBINES:
            faults.append(f"combine: {self.combine!r} is not known; write all, any or none")
        if not self.parts:
            faults.append("criteria: there is none; add one")
        if depth > MOST_DEPTH:
            return [f"criteria: they lie more than {MOST_DEPTH} deep; write them flatter"]
        for part in self.parts:
            faults += part.validate(depth + 1) if isinstance(part, Combination) else part.validate()
        return faults


@dataclass(frozen=True)
class CohortDefinition:
    """A named and numbered definition. The same name with another number is another version of it."""

    name: str
    version: int
    criteria: Combination

    @property
    def sentence(self) -> str:
        """The definition as people read it: "People who …"."""
        return f"People who {self.criteria.sentence}."

    def validate(self) -> list[str]:
        """Every fault, as a line that says where, what and how to mend it."""
        faults = [] if self.name.strip() else ["name: it is missing; give the cohort a name"]
        if self.version < 1:
            faults.append(f"version: {self.version} is not a version; count from 1")
        if sum(1 for _ in criteria_of(self.criteria)) > MOST_CRITERIA:
            faults.append(f"criteria: there are over {MOST_CRITERIA}; leave some out")
        return faults + self.criteria.validate()


def criteria_of(part: Criterion | Combination) -> Iterator[Criterion]:
    """Every single criterion of a part, in its order."""
    if isinstance(part, Criterion):
        yield part
    else:
        for each in part.parts:
            yield from criteria_of(each)


def _steps(
    part: Criterion | Combination, reading: Mapping[str, tuple[str, bool]], joined: str
) -> list[Criterion | Combination]:
    """The steps of a part of which is asked that it is met (by READ), or that it isn't (by OPPOSITE)."""
    if isinstance(part, Combination):
        inner_joined, is_opposite = reading[part.combine]
        if inner_joined == joined or len(part.parts) == 1:
            within = OPPOSITE if is_opposite else READ
            return [step for each in part.parts for step in _steps(each, within, joined)]
    return [part if reading is READ else Combination(NONE, (part,))]


def _written(value: Decimal | None, measure: str) -> str:
    """A number as people write it: 10,000 and 0.25; pounds have two places or none."""
    if value is None:
        return ""
    if value % 1 == 0:
        return f"{value:,.0f}"
    return f"{value:,.2f}" if measure == "cost" else f"{value.normalize():f}"


def _said(phrases: Sequence[str], joined: str) -> str:
    return _joined(phrases, "and" if joined == ALL else "or")


def _joined(parts: Sequence[str], word: str) -> str:
    return f" {word} ".join(parts) if len(parts) < 3 else f", {word} ".join(parts)
