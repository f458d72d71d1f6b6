"""`ipc finance gain-share`, as it is typed."""

import json
import subprocess
import sys

import pytest

from config import ipc

EXAMPLE = """
[gain_share]
corridor = 0.02
tiers = [[0.03, 0.5], [0, 0.3]]
cap = 0.02
quality = 0.85
[gain_share.split]
ccg = 0.40
council = 0.25
acute = 0.20
community = 0.10
voluntary = 0.05
"""


@pytest.fixture
def share(tmp_path, capsys):
    """Runs it on an assumptions text, and returns code, output and the lines of faults."""

    def run(text, *arguments):
        path = tmp_path / "a.toml"
        path.write_text(text)
        code = ipc.main(["finance", "gain-share", "--assumptions", str(path), *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err.splitlines()

    return run


def test_the_worked_example_is_printed_to_the_penny(share):
    code, out, err = share(EXAMPLE, "--target", "10000000", "--actual", "9300000", "--json")

    assert (code, err) == (0, [])
    assert json.loads(out) == {
        "variance": "700000.00",
        "shared": "170000.00",
        "split": {
            "ccg": "68000.00",
            "council": "42500.00",
            "acute": "34000.00",
            "community": "17000.00",
            "voluntary": "8500.00",
        },
    }
    assert list(json.loads(out)["split"]) == ["ccg", "council", "acute", "community", "voluntary"]


def test_a_loss_is_printed_with_its_sign_and_nothing_without_one(share):
    _, out, _ = share(EXAMPLE, "--target", "10000000", "--actual", "10700000", "--json")
    assert json.loads(out)["split"]["voluntary"] == "-10000.00"

    _, out, _ = share(EXAMPLE, "--target", "10000000.00", "--actual", "10000000.00", "--json")
    assert json.loads(out)["split"]["voluntary"] == "0.00"


def test_without_json_it_is_a_list_for_people(share):
    _, out, _ = share(EXAMPLE, "--target", "10000000", "--actual", "9300000")

    assert "£170,000.00" in out
    assert out.splitlines()[-1].split() == ["Not", "shared", "£530,000.00"]


def test_bad_assumptions_are_refused_with_a_line_for_each_fault(share):
    bad = EXAMPLE.replace("0.40", "0.41").replace("cap = 0.02", "cap = 2")
    code, out, err = share(bad, "--target", "1", "--actual", "1", "--json")

    assert (code, out) == (1, "")
    assert len(err) == 2
    assert "[gain_share] cap: 2 is not a share" in err[0]
    assert "[gain_share] split: the shares add up to 1.01" in err[1]


def test_a_file_that_is_not_there_or_no_toml_is_refused(share, capsys):
    assert ipc.main(["finance", "gain-share", "--assumptions", "/none.toml", "--target", "1", "--actual", "1"]) == 1
    assert capsys.readouterr().err.startswith("/none.toml: can't be opened")
    assert share("corridor =", "--target", "1", "--actual", "1")[0] == 1
    assert "[gain_share] is missing" in share("", "--target", "1", "--actual", "1")[2][0]


@pytest.mark.parametrize("sum_typed", ["ten", "10,000", "1.005", "-1", "1e7", "nan", ""])
def test_a_sum_that_is_none_is_wrong_usage(share, sum_typed):
    with pytest.raises(SystemExit) as stopped:
        share(EXAMPLE, "--target", sum_typed, "--actual", "1")

    assert stopped.value.code == 2


def test_it_never_starts_django(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(EXAMPLE)
    program = (
        "import sys; from config import ipc\n"
        f"ipc.main(['finance', 'gain-share', '--assumptions', {str(path)!r}, '--target', '2', '--actual', '1'])\n"
        "sys.exit('django' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
