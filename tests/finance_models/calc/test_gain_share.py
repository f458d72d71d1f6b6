"""The gain and loss share: worked by hand, a slow second way, and what holds for any terms."""

from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance_models.calc.assumptions import GainShareTerms, Tier, from_document
from finance_models.calc.gain_share import gain_share, quality_score

SPLIT = {"ccg": "0.40", "council": "0.25", "acute": "0.20", "community": "0.10", "voluntary": "0.05"}


def terms(corridor="0.02", tiers=(("0.03", "0.5"), ("0", "0.3")), cap="0.02", quality="0.85", split=SPLIT):
    return GainShareTerms(
        corridor=Decimal(corridor),
        tiers=tuple(Tier(Decimal(width), Decimal(share)) for width, share in tiers),
        cap=Decimal(cap),
        quality=Decimal(quality),
        split={name: Decimal(share) for name, share in split.items()},
    )


def test_the_worked_example_to_the_penny():
    made = gain_share(terms(), target=1_000_000_000, actual=930_000_000)

    assert made.variance == 70_000_000
    assert made.by_tier == (15_000_000, 6_000_000)
    assert made.is_capped
    assert made.shared == 17_000_000
    assert made.split == {
        "ccg": 6_800_000,
        "council": 4_250_000,
        "acute": 3_400_000,
        "community": 1_700_000,
        "voluntary": 850_000,
    }
    assert made.kept == 53_000_000


def test_a_loss_is_negative_throughout_and_quality_does_not_soften_it():
    made = gain_share(terms(), target=1_000_000_000, actual=1_070_000_000)

    assert (made.variance, made.shared) == (-70_000_000, -20_000_000)
    assert made.split["ccg"] == -8_000_000
    assert made.kept == -50_000_000


@pytest.mark.parametrize("actual", [980_000_000, 1_000_000_000, 1_020_000_000])
def test_nothing_is_shared_up_to_the_edge_of_the_corridor(actual):
    made = gain_share(terms(), target=1_000_000_000, actual=actual)

    assert made.shared == 0
    assert set(made.split.values()) == {0}


def test_inside_the_first_tier_only_its_share_counts():
    # 3% under: one point beyond the corridor, 100,000.00 at 50%, times 0.85
    assert gain_share(terms(), target=1_000_000_000, actual=970_000_000).shared == 4_250_000


def test_several_tiers_are_filled_one_after_another():
    # 10% under, no corridor: 1% at 10%, 2% at 20%, the other 7% at 50%: 0.1% + 0.4% + 3.5% = 4%
    steps = terms(corridor="0", tiers=(("0.01", "0.1"), ("0.02", "0.2"), ("0", "0.5")), cap="1", quality="1")

    assert gain_share(steps, target=100_000, actual=90_000).shared == 4_000


def test_a_penny_that_is_left_goes_to_the_first_listed_of_equals():
    thirds = terms(
        corridor="0", tiers=(("0", "1"),), cap="1", quality="1", split={"z": "0.5", "a": "0.25", "m": "0.25"}
    )

    assert gain_share(thirds, target=1_001, actual=0).split == {"z": 501, "a": 250, "m": 250}
    assert gain_share(thirds, target=1_002, actual=0).split == {"z": 501, "a": 251, "m": 250}


def test_half_a_penny_is_rounded_away_from_nothing_for_gains_and_losses_alike():
    half = terms(corridor="0", tiers=(("0", "0.5"),), cap="1", quality="1", split={"ccg": "1"})

    assert gain_share(half, target=101, actual=100).shared == 1
    assert gain_share(half, target=100, actual=101).shared == -1


def test_without_a_target_there_is_nothing_to_share():
    assert gain_share(terms(), target=0, actual=5_000).shared == 0


def test_sums_below_zero_are_refused():
    with pytest.raises(ValueError, match="below zero"):
        gain_share(terms(), target=-1, actual=0)


shares = st.decimals(min_value=0, max_value=1, places=4)


@given(
    corridor=shares,
    widths=st.lists(st.tuples(st.decimals(min_value="0.0001", max_value=1, places=4), shares), max_size=3),
    last=shares,
    cap=shares,
    quality=shares,
    parts=st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any),
    target=st.integers(0, 10**12),
    actual=st.integers(0, 10**12),
)
def test_the_parts_add_up_and_a_slow_second_way_agrees(corridor, widths, last, cap, quality, parts, target, actual):
    split = {
        f"p{at}": (Decimal(part) / sum(parts)).quantize(Decimal("0.0001"), ROUND_DOWN) for at, part in enumerate(parts)
    }
    split["p0"] += 1 - sum(split.values())
    agreed = GainShareTerms(
        corridor, tuple(Tier(*pair) for pair in widths) + (Tier(Decimal(0), last),), cap, quality, split
    )
    made = gain_share(agreed, target=target, actual=actual)

    assert sum(made.split.values()) == made.shared
    assert abs(made.shared) <= abs(made.variance)
    assert made.shared * made.variance >= 0
    assert made.shared == slowly(agreed, target, actual)


def slowly(agreed, target, actual):
    """The same by walking along the variance from edge to edge."""
    size, edge, shared = Fraction(abs(target - actual)), Fraction(agreed.corridor) * target, Fraction(0)
    for tier in agreed.tiers:
        end = edge + Fraction(tier.width) * target if tier.width else max(size, edge)
        shared += max(Fraction(0), min(size, end) - edge) * Fraction(tier.share)
        edge = end
    shared = min(shared, Fraction(agreed.cap) * target)
    if target > actual:
        shared *= Fraction(agreed.quality)
    whole = int(shared + Fraction(1, 2))
    return whole if target > actual else -whole


def test_the_quality_score_is_what_was_met_by_weight():
    metrics = [(Decimal("0.5"), Decimal(1)), (Decimal("0.3"), Decimal("0.5")), (Decimal("0.2"), Decimal(1))]

    assert quality_score(metrics) == Decimal("0.85")
    with pytest.raises(ValueError, match="exactly 1"):
        quality_score(metrics[:2])
    with pytest.raises(ValueError, match="from 0 to 1"):
        quality_score([(Decimal(1), Decimal("1.5"))])


DOCUMENT = {
    "corridor": Decimal("0.02"),
    "tiers": [[Decimal("0.03"), Decimal("0.5")], [0, Decimal("0.3")]],
    "cap": Decimal("0.02"),
    "quality": 1,
    "split": {"ccg": Decimal("0.4"), "council": Decimal("0.6")},
}


def faults(**changes):
    document = {**DOCUMENT, **changes}
    document = {name: value for name, value in document.items() if value is not None}
    return from_document({"gain_share": document}, needs=["gain_share"])[1]


def test_good_terms_are_read_in_the_order_of_the_file():
    found, none = from_document({"gain_share": DOCUMENT}, needs=["gain_share"])

    assert none == []
    assert list(found.gain_share.split) == ["ccg", "council"]
    assert found.gain_share.tiers[1].is_open


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"corridor": None}, "corridor: this is missing"),
        ({"corridor": Decimal("1.5")}, "corridor: 1.5 is not a share"),
        ({"corridor": Decimal("-0.1")}, "corridor: -0.1 is not a share"),
        ({"cap": "2%"}, "cap: '2%' is not a number"),
        ({"cap": True}, "cap: True is not a number"),
        ({"quality": Decimal("NaN")}, "quality: NaN has too many digits"),
        ({"quality": Decimal("1.01")}, "quality: 1.01 is not a share"),
        ({"tiers": None}, "tiers: this is missing"),
        ({"tiers": []}, "tiers: these can't be read"),
        ({"tiers": [[0]]}, "tiers: these can't be read"),
        ({"tiers": [[Decimal("0.03"), Decimal("0.5")]]}, "tiers: the last tier ends"),
        ({"tiers": [[0, Decimal("0.5")], [0, Decimal("0.3")]]}, "tiers: tier 1 is open"),
        ({"tiers": [[Decimal("0.1"), Decimal("1.5")], [0, 0]]}, "tiers, share of tier 1: 1.5 is not a share"),
        ({"tiers": [["wide", 0], [0, 0]]}, "tiers, width of tier 1: 'wide' is not a number"),
        ({"split": None}, "split: this is missing"),
        ({"split": {}}, "split: this can't be read"),
        ({"split": {"ccg": Decimal("0.4"), "council": Decimal("0.5")}}, "split: the shares add up to 0.9"),
        ({"split": {"ccg": Decimal("1.2"), "council": Decimal("-0.2")}}, "split, ccg: 1.2 is not a share"),
        ({"split": {"ccg": "most"}}, "split, ccg: 'most' is not a number"),
        ({"corridors": 1}, "corridors: this is not known"),
    ],
)
def test_each_bad_term_has_a_line_that_says_how_to_mend_it(changes, said):
    found = faults(**changes)

    assert found
    assert found[0].startswith(f"[gain_share] {said}")


def test_all_faults_are_said_at_once():
    found = faults(corridor=2, cap=None, tiers=[[1, 1]], split={"ccg": 2})

    assert [fault.split(":")[0] for fault in found] == [
        "[gain_share] cap",
        "[gain_share] corridor",
        "[gain_share] tiers",
        "[gain_share] split, ccg",
    ]


def test_the_table_ends_with_what_is_not_shared():
    table = gain_share(terms(), target=1_000_000_000, actual=930_000_000).table()

    assert list(table.columns) == ["partner", "pence"]
    assert table["pence"].sum() == 70_000_000
    assert table["partner"].iloc[-1] == "stays with the commissioners"
