"""The complexity-adjusted rate (stage 2): a generalised linear model of cost on age, conditions, groups and activation.

Log link and Tweedie variance, person-years as exposure, by statsmodels. Age and number of conditions are bands, each
beside the band with the most person-years. An activation level counts where it was measured and is suitable. What is
predicted is scaled so that together it equals the cost.
"""

from finance_models.calc.complexity.fitting import POWERS, NoModel, fit
from finance_models.calc.complexity.payment import BandPayment, payments
from finance_models.calc.complexity.results import FORMULA, Coefficient, ComplexityModel, GroupSum, Tenth

__all__ = [
    "FORMULA",
    "POWERS",
    "BandPayment",
    "Coefficient",
    "ComplexityModel",
    "GroupSum",
    "NoModel",
    "Tenth",
    "fit",
    "payments",
]
