"""Small data sets as files, for tests of the commands: the worked example, and ordinary people around one oddity."""

from pathlib import Path

PEOPLE_HEAD = "person_id,birth_year,ltc_count,eligible_from,eligible_to"
ACTIVITY_HEAD = "person_id,date,setting,service,provider,units,cost"
UNIT_COSTS_HEAD = "source,service,provider,year,unit_cost"
PROVIDERS_HEAD = "provider,mff"
EXAMPLE_PEOPLE = """
p0,1950,1,2013-04-01,
p1,1950,1,2013-04-01,
p2,1950,1,2014-01-01,
p3,1950,2,2013-04-01,
p4,1950,2,2013-04-01,2013-09-30
p5,1950,4,2013-04-01,
p6,1950,4,2013-04-01,
"""
EXAMPLE_ACTIVITY = """
p0,2013-05-01,acute,stay,,1,1200
p1,2013-05-01,acute,stay,,1,800
p2,2014-01-01,acute,stay,,1,300
p3,2013-05-01,acute,stay,,1,4000
p4,2013-09-30,acute,stay,,1,2500
p5,2013-05-01,acute,stay,,1,9000
p6,2014-03-31,acute,stay,,1,52000
"""
ASSUMPTIONS = """
[window]
start = 2013-04-01
end = 2014-04-01
[capitation]
truncation = 30000
credibility = 2
inflation = 0.021
growth = 0.01
efficiency = 0.04
ltc_bands = [0, 1, 2, 4]
age_bands = [0]
"""
# Enough ordinary rows that two bad rows among them are under 5%.
MANY = 60
MANY_PEOPLE = "\n".join(f"m{number},1950,1,2013-04-01," for number in range(MANY))
MANY_LINES = "\n".join(f"m{number},2013-06-01,primary,visit,,1,10" for number in range(MANY))


def write(folder: Path, **tables: str | bytes) -> list[str]:
    """Write the tables (`people`, `activity`, `unit_costs`, `providers`: rows below the usual heading, or bytes for the
    whole file; `assumptions`: its text) and give the arguments that name them."""
    heads = {
        "people": PEOPLE_HEAD, "activity": ACTIVITY_HEAD, "unit_costs": UNIT_COSTS_HEAD, "providers": PROVIDERS_HEAD,
    }  # fmt: skip
    arguments = []
    for name, head in heads.items():
        content = tables.get(name, "")
        path = folder / f"{name}.csv"
        path.write_bytes(content if isinstance(content, bytes) else f"{head}\n{content.strip()}\n".encode())
        arguments += [f"--{name.replace('_', '-')}", str(path)]
    path = folder / "assumptions.toml"
    path.write_text(str(tables.get("assumptions", ASSUMPTIONS)))
    return [*arguments, "--assumptions", str(path)]
