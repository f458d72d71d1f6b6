"""Made-up figures pass the same checks as real ones, whatever the area and however it grows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tenants import groups
from tenants.quarters import Quarter
from tenants.returns import checks
from tenants.returns.checks.unlikely import unlikely
from tenants.returns.shape import CELLS
from tenants.sample.return_figures import figures

PHASES = st.fixed_dictionaries({key: st.sampled_from([1, 2, 3, 4, None]) for key in groups.BY_KEY})


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(["kernow", "bristol", "swindon"]),
    baseline=st.integers(0, 120),
    growth=st.lists(st.integers(0, 30), min_size=4, max_size=4),
    phases=PHASES,
    population=st.integers(50_000, 900_000),
)
def test_a_years_figures_hold_together_quarter_after_quarter(name, baseline, growth, phases, population):
    quarter, previous, before = Quarter(2014, 4), None, baseline
    for net in growth:
        made = figures(
            area=name,
            quarter=quarter,
            before=before,
            growth=net,
            phases=phases,
            previous=previous,
            population=population,
        )
        assert set(made) == set(CELLS)
        assert checks.check(made, previous, baseline, quarter) == []
        # A group may grow in leaps, and its note says so; nobody ends a budget that they never had.
        assert [each for each in unlikely(made, previous) if "year_to_date" in each.cell_key] == []
        before += net
        assert sum(number for key, number in made.items() if key.startswith("groups.in_place.")) == before
        quarter, previous = quarter.next, made


def test_the_same_area_and_quarter_always_have_the_same_figures():
    facts = {
        "area": "kernow",
        "quarter": Quarter(2014, 4),
        "before": 9,
        "growth": 2,
        "phases": {"mental_health": 1},
        "previous": None,
        "population": 548_000,
    }
    assert figures(**facts) == figures(**facts)
