"""What a criterion of a finance cohort can ask for, and the words in which it is said."""

from dataclasses import dataclass
from decimal import Decimal

from finance_models.calc.tables import GROUPS

NUMBER, CHOICE, FLAG = "number", "choice", "flag"
GROUP_WORDS = {
    "children_complex_needs": "children and young people with complex needs",
    "multiple_ltc": "multiple long-term conditions",
    "learning_disability": "a learning disability",
    "mental_health": "significant mental health needs",
}


@dataclass(frozen=True)
class Measure:
    """One thing that is known of a person. `column` is its name in the table of features.

    A number lies in a range, a choice is one of several, a flag is set or not. The words: `at_least` and so on with
    `{low}` and `{high}`; `one_of` with `{choices}`; `yes` and `no` for a flag.
    """

    name: str
    title: str
    kind: str
    at_least: str = ""
    at_most: str = ""
    between: str = ""
    exactly: str = ""
    one_of: str = ""
    yes: str = ""
    no: str = ""
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**9)
    places: int = 0
    choices: tuple[str, ...] = ()


def _number(name: str, title: str, verb: str, noun: str, **rest: object) -> Measure:
    """A number that is counted: `have 3 or more long-term conditions`."""
    return Measure(
        name,
        title,
        NUMBER,
        at_least=f"{verb} {{low}} or more {noun}",
        at_most=f"{verb} {{high}} or fewer {noun}",
        between=f"{verb} {{low}} to {{high}} {noun}",
        exactly=f"{verb} exactly {{low}} {noun}",
        **rest,  # type: ignore[arg-type]
    )


def _flag(name: str, title: str, what: str) -> Measure:
    return Measure(name, title, FLAG, yes=f"have {what}", no=f"don't have {what}")


MEASURES = {
    measure.name: measure
    for measure in (
        Measure(
            "group", "Group", CHOICE, one_of="are in the group {choices}", choices=GROUPS
        ),
        Measure(
            "age", "Age", NUMBER, at_least="are {low} or older", at_most="are {high} or younger",
            between="are {low} to {high} years old", exactly="are {low} years old", most=Decimal(150),
        ),
        _number("ltc_count", "Long-term conditions", "have", "long-term conditions", most=Decimal(100)),
        Measure(
            "frailty", "Frailty", NUMBER, at_least="have a frailty score of {low} or more",
            at_most="have a frailty score of {high} or less", between="have a frailty score of {low} to {high}",
            exactly="have a frailty score of {low}", most=Decimal(1), places=3,
        ),
        Measure(
            "pam_level", "Patient activation level", NUMBER, at_least="have patient activation level {low} or higher",
            at_most="have patient activation level {high} or lower",
            between="have patient activation level {low} to {high}", exactly="have patient activation level {low}",
            least=Decimal(1), most=Decimal(4),
        ),
        _number("emergency_admissions", "Emergency admissions", "had", "emergency admissions in the window"),
        _number("contacts", "Contacts", "had", "contacts with services in the window"),
        Measure(
            "cost", "Cost in the window", NUMBER, at_least="cost £{low} or more in the window",
            at_most="cost £{high} or less in the window", between="cost £{low} to £{high} in the window",
            exactly="cost £{low} in the window", places=2,
        ),
        Measure(
            "cost_percentile", "Cost, compared with others", NUMBER,
            at_least="cost more than at least {low}% of the others",
            at_most="cost more than at most {high}% of the others",
            between="cost more than {low}% to {high}% of the others",
            exactly="cost more than exactly {low}% of the others", most=Decimal(100), places=2,
        ),
        Measure("register", "Register", CHOICE, one_of="are on the register {choices}"),
        _flag("chc", "NHS continuing healthcare", "NHS continuing healthcare"),
        _flag("section_117", "Section 117 aftercare", "section 117 aftercare"),
        _number("settings_used", "Settings used", "used", "settings of care in the window", most=Decimal(12)),
    )
}  # fmt: skip


# How what is said of people is said the other way round; the longest beginning first.
NEGATED = (
    ("don't have", "have"),
    ("have", "don't have"),
    ("had", "didn't have"),
    ("are", "are not"),
    ("cost", "didn't cost"),
    ("used", "didn't use"),
)


def negated(words: str) -> str:
    """`are not 65 or older` for `are 65 or older`; raises ValueError for words that no measure begins with."""
    for begins, opposite in NEGATED:
        if words.startswith(f"{begins} "):
            return f"{opposite}{words.removeprefix(begins)}"
    raise ValueError(f"{words!r} can't be said the other way round.")


def choice_words(measure: Measure, choice: str) -> str:
    """A choice as people say it."""
    return GROUP_WORDS.get(choice, choice.replace("_", " ")) if measure.name == "group" else choice.replace("_", " ")
