"""The lines of the registers beside the path, on the first page of finance models."""

from finance_models.assumptions import queries as assumption_queries
from finance_models.cases import presenters as cases_words
from finance_models.contracts import presenters as contracts_words
from finance_models.models import Case, Contract
from finance_models.steps import Standing
from tenants.models import Area


def cases(area: Area) -> Standing:
    """How many cases there are, and what they cost before and after."""
    found = list(Case.objects.all())
    return Standing("step_ready" if found else "step_waits", cases_words.sentence(found))


def assumptions(area: Area) -> Standing:
    """Which scenarios there are."""
    names = [each.name for each in assumption_queries.latest()]
    words = f"Scenarios: {', '.join(names)}." if names else "No scenarios yet. Begin one, so that figures can be made."
    return Standing("step_ready" if names else "step_waits", words)


def share(area: Area) -> Standing:
    """A calculator, which keeps nothing."""
    return Standing("step_ready", "What partners share of a gain or a loss, by what they have agreed.")


def contracts(area: Area) -> Standing:
    """How many contracts there are."""
    found = list(Contract.objects.all())
    return Standing("step_ready" if found else "step_waits", contracts_words.sentence(found))
