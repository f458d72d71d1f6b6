"""Who may use the addresses of an area's finance models; see `accounts.rights_table`."""

from accounts.rights_table import Row
from finance_models.cases.rights import ROWS as CASES
from finance_models.cohorts.rights import ROWS as COHORTS
from finance_models.contracts.rights import ROWS as CONTRACTS
from finance_models.governance.rights import READERS
from finance_models.governance.rights import ROWS as GOVERNANCE
from finance_models.loading.rights import ROWS as LOADING
from finance_models.quality.rights import ROWS as QUALITY
from finance_models.region.rights import ROWS as REGION
from finance_models.release.rights import ROWS as RELEASES
from finance_models.runs.rights import ROWS as RUNS
from finance_models.sharing.rights import ROWS as SHARING

ROWS = [
    Row("finance:start", READERS),
    *GOVERNANCE,
    *LOADING,
    *QUALITY,
    *RUNS,
    *SHARING,
    *COHORTS,
    *RELEASES,
    *REGION,
    *CASES,
    *CONTRACTS,
]
