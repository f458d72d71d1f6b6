"""The worked example of the finance brief as files, and a load of it."""

from pathlib import Path

from finance_models.governance.rights import entry_in
from finance_models.loading import storing
from finance_models.loading.given import Given
from tenants.contexts import in_area

PEOPLE = """person_id,birth_year,ltc_count,eligible_from,eligible_to
p0,1950,1,2012-04-01,
p1,1951,1,2012-04-01,
p2,1952,1,2014-01-01,
p3,1953,2,2012-04-01,
p4,1954,2,2012-04-01,2013-09-30
p5,1955,4,2012-04-01,
p6,1956,4,2012-04-01,
"""
COSTS = {"p0": 1200, "p1": 800, "p2": 300, "p3": 4000, "p4": 2500, "p5": 9000, "p6": 52000}
HEAD = "person_id,date,setting,service,units,cost\n"
# p2 joins in January and p4 leaves in September, so each line lies where its person is eligible.
DAYS = {"p2": "2014-02-03", "p4": "2013-05-06"}
ACTIVITY = HEAD + "".join(f"{who},{DAYS.get(who, '2013-06-01')},acute,stay,1,{cost}\n" for who, cost in COSTS.items())


def write(folder: Path, table: str, text: str, name: str = "") -> Given:
    """A file of a table."""
    path = folder / (name or f"{table}.csv")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return Given(table, path, path.name)


def files(folder: Path, *, people: str = PEOPLE, activity: str = ACTIVITY) -> list[Given]:
    """The two files that a load needs."""
    return [write(folder, "people", people), write(folder, "activity", activity)]


def loaded(area, folder: Path, *, entry=None, **options):
    """A version of the worked example, or of the files given."""
    given = options.pop("given", None) or files(folder)
    with in_area(area):
        return storing.load(
            area=area, entry=entry or entry_in(area), given=given, by=options.pop("by", None), **options
        )


__all__ = ["ACTIVITY", "COSTS", "HEAD", "PEOPLE", "files", "loaded", "write"]
