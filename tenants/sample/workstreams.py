"""Sample outputs of the network's workstreams: done, late, and to come."""

import datetime

from config.today import sample_day
from tenants.models import Workstream
from tenants.programme.workstreams import actions

D = datetime.date
SINCE = D(2015, 4, 1)
UNDER_WAY = Workstream.Status.UNDER_WAY
# key -> owner, and (output, due, done on) of each
OUTPUTS = {
    "financial-modelling": (
        "Sample: the finance leads’ group",
        (
            ("Sample: the cost of a year of care, worked out in two areas", D(2015, 6, 30), D(2015, 6, 24)),
            ("Sample: a model for the first finance cohorts", D(2015, 10, 30), None),
        ),
    ),
    "block-contracts": (
        "Sample: the contracts group",
        (
            ("Sample: model words for a variation of a block contract", D(2015, 7, 3), None),
            ("Sample: what three areas have released, and how", D(2015, 12, 18), None),
        ),
    ),
    "market-development": (
        "Sample: the commissioners’ group",
        (("Sample: what stands in the way of small providers, in ten pages", D(2015, 7, 31), None),),
    ),
    "peer-support": (
        "Sample: people with lived experience and two charities",
        (
            ("Sample: what a peer supporter does, in Easy Read", D(2015, 5, 29), D(2015, 6, 5)),
            ("Sample: two days of training, made with peer supporters", D(2015, 9, 25), None),
        ),
    ),
    "patient-activation": (
        "Sample: the practice nurses’ group",
        (("Sample: how to measure activation, for practices", D(2015, 8, 28), None),),
    ),
}


def make() -> None:
    """Owners and outputs; a workstream that the network doesn't have is left out."""
    known = {workstream.key: workstream for workstream in Workstream.objects.all()}
    for key, (owner, outputs) in OUTPUTS.items():
        if key not in known:
            continue
        with sample_day(SINCE):
            actions.change(key=key, values={"owner": owner, "status": UNDER_WAY}, by=None)
            for title, due, done_on in outputs:
                values = {"title": title, "due": due, "done_on": done_on}
                actions.add_output(workstream=known[key], values=values, by=None)
