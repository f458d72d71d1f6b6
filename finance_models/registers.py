"""The lines of the registers beside the path, on the first page of finance models."""

from finance_models.cases import presenters as cases_words
from finance_models.contracts import presenters as contracts_words
from finance_models.models import Case, Contract
from finance_models.steps import Standing
from tenants.models import Area


def cases(area: Area) -> Standing:
    """How many cases there are, and what they cost before and after."""
    found = list(Case.objects.all())
    return Standing("step_ready" if found else "step_waits", cases_words.sentence(found))


def contracts(area: Area) -> Standing:
    """How many contracts there are."""
    found = list(Contract.objects.all())
    return Standing("step_ready" if found else "step_waits", contracts_words.sentence(found))
