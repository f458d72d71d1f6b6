from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from files.faults import Refused
from finance_models.calc import assumptions

GOOD = """
[window]
start = 2013-04-01
end = 2014-04-01
[capitation]
truncation = 30000
credibility = 2
inflation = 0.021
growth = 0.01
efficiency = 0.04
"""
BOTH = ("window", "capitation")


def read(folder, text, needs=BOTH):
    path = folder / "a.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return assumptions.read(path, needs=needs)


def faults(folder, text, needs=BOTH):
    with pytest.raises(Refused) as refusal:
        read(folder, text, needs)
    return [fault.removeprefix(f"{folder / 'a.toml'}: ") for fault in refusal.value.faults]


def test_numbers_are_read_as_decimals(tmp_path):
    found = read(tmp_path, GOOD)

    assert found.window.days == 365
    assert found.capitation.inflation == Decimal("0.021")
    assert found.capitation.uplift == Fraction("1.021") * Fraction("1.01") * Fraction("0.96")
    assert found.capitation.truncation_pence == 3_000_000


def test_edges_orders_and_index_have_defaults(tmp_path):
    found = read(tmp_path, GOOD)

    assert found.capitation.bands.names()[0] == "0-17/0"
    assert found.costing.orders["acute"] == ("tariff", "reference", "local", "pssru")
    assert found.costing.orders["mental_health"] == ("local", "reference", "pssru")
    assert found.costing.orders["social_care"] == ("reference", "local", "pssru")
    assert found.costing.price_index == {}


def test_a_setting_left_out_of_the_orders_keeps_its_default(tmp_path):
    found = read(tmp_path, GOOD + '[orders]\nacute = ["local"]\n[price_index]\n"2012/13" = 98.1\n')

    assert found.costing.orders["acute"] == ("local",)
    assert found.costing.orders["primary"] == ("reference", "local", "pssru")
    assert found.costing.price_index == {"2012/13": Decimal("98.1")}


def test_days_may_be_text(tmp_path):
    text = GOOD.replace("2013-04-01", '"2013-04-01"')
    assert read(tmp_path, text).window.start == date(2013, 4, 1)


def test_a_byte_order_mark_is_passed_over(tmp_path):
    assert read(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()).window.days == 365


def test_every_fault_is_said_at_once(tmp_path):
    text = """
[window]
start = 2014-04-01
end = 2013-04-01
[capitation]
truncation = 0
credibility = "two"
inflation = 2.1
growth = true
colour = 1
ltc_bands = [1, 2]
age_bands = [0, 18, 18]
[orders]
acute = ["tarif"]
dental = ["local"]
[price_index]
"2013" = -1
[surprise]
a = 1
"""
    found = faults(tmp_path, text)

    assert [fault.partition(": ")[0] for fault in found] == [
        "[capitation] age_bands", "[capitation] colour", "[capitation] credibility", "[capitation] efficiency",
        "[capitation] growth", "[capitation] inflation", "[capitation] ltc_bands", "[capitation] truncation",
        "[orders] acute", "[orders] dental", "[price_index] 2013", "[price_index] 2013", "[window] end", "surprise",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD.replace("[window]", "[windows]"), "[window] is missing"),
        (GOOD.partition("[capitation]")[0], "[capitation] is missing"),
        (GOOD.replace("truncation = 30000\n", ""), "[capitation] truncation: this is missing"),
        (GOOD.replace("30000", "nan"), "[capitation] truncation: NaN has too many digits"),
        (GOOD.replace("30000", "1e999999999999"), "[capitation] truncation: 1E+999999999999 has too many"),
        (GOOD.replace("30000", "30000.005"), "[capitation] truncation: 30000.005 is no sum of whole pence"),
        (GOOD.replace("= 2\n", "= -1\n"), "[capitation] credibility: -1 is below 0"),
        (GOOD.replace("2013-04-01", '"1 April"'), "[window] start: '1 April' is not a date"),
        (GOOD.replace("2013-04-01", "2013-04-01T00:00:00"), "[window] start: 2013-04-01 00:00:00 is not a date"),
        (GOOD + "ltc_bands = [0, 1.5]\n", "[capitation] ltc_bands: [0, 1.5] is not a list"),
        (
            GOOD + "ltc_bands = []\n[capitation.reference]\n'0-17/0' = 5\n",
            "[capitation] reference, 0-17/0: there is",
        ),
        (GOOD + "[capitation.reference]\n'0-17/0' = -5\n", "[capitation] reference, 0-17/0: -5 is below 0"),
        (GOOD + "[price_index]\n'2013/14' = 0\n", "[price_index] 2013/14: 0 is not above 0"),
        (GOOD + "[orders]\nacute = ['local', 'local']\n", "[orders] acute: a source stands twice"),
        (GOOD + "[orders]\nacute = 'local'\n", "[orders] acute: 'local' is not a list of sources"),
        ("window = 1", "[window]: a table is wanted here"),
        ("[window", "can't be read as TOML"),
        (b"a = '\xff'", "has letters that can't be read"),
    ],
)
def test_a_fault_names_its_place(tmp_path, text, place):
    assert any(fault.startswith(place) for fault in faults(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused) as refusal:
        assumptions.read(tmp_path / "none.toml", needs=BOTH)
    assert "can't be opened (No such file or directory)" in refusal.value.faults[0]


def test_parts_that_nobody_asked_for_may_be_left_out(tmp_path):
    found = read(tmp_path, "[price_index]\n", needs=())
    with pytest.raises(LookupError):
        found.window  # noqa: B018 - asking is what is tried
