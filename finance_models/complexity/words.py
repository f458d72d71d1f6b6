"""The terms of the model in plain words."""

from tenants import groups

GROUP_NAMES = dict(groups.CHOICES)
# As `calc.complexity.design` writes them. It is not imported: pages have no need of the query engine.
CONSTANT = "constant"
BESIDE = {
    "not in the group": "Not in the group",
    "activation not measured or not suitable": "Activation not measured, or not suitable",
}
AGED, CONDITIONS, GROUP, LEVEL = "aged ", "long-term conditions: ", "group ", "activation level "
STARTING_POINT = "Somebody who is in none of the rows below"


def term_words(term: str) -> str:
    """`3 long-term conditions` for `long-term conditions: 3`; the field's words for a group."""
    if term == CONSTANT:
        return STARTING_POINT
    if term.startswith(AGED):
        return f"Aged {_range(term.removeprefix(AGED))}"
    if term.startswith(CONDITIONS):
        number = term.removeprefix(CONDITIONS)
        return f"{_range(number)} long-term condition{'' if number == '1' else 's'}"
    if term.startswith(GROUP):
        return GROUP_NAMES[term.removeprefix(GROUP)]
    if term.startswith(LEVEL):
        return f"Patient activation level {term.removeprefix(LEVEL)}"
    return BESIDE[term]


def factor_words(factor: str, low: str, high: str) -> str:
    """`2.10 times as much`; where the interval has 1 in it, that the difference may be chance."""
    if float(low) <= 1 <= float(high):
        return "About the same: chance may explain the difference"
    return f"{float(factor):.2f} times as much"


def _range(written: str) -> str:
    """`75 to 84` for `75-84`; `6 or more` for `6+`."""
    return f"{written[:-1]} or more" if written.endswith("+") else written.replace("-", " to ")
