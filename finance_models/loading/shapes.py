"""The tables of the calculation as shapes, from which their templates are made."""

from files.shapes import Column, Shape, words
from finance_models.calc import tables

LETTERS = 32_000
EXAMPLES = {
    "person_id": "p-0017", "birth_year": "1941", "ltc_count": "3", "eligible_from": "2013-04-01",
    "eligible_to": "2014-03-31", "date": "2013-06-12", "setting": "acute", "service": "outpatient_first",
    "provider": "RK9", "units": "1", "cost": "120.50", "source": "reference", "year": "2013/14", "unit_cost": "117.25",
    "mff": "1.0234", "start": "2015-04-01", "mechanism": "notional", "who": "person", "instrument": "WEMWBS",
    "score": "48",
}  # fmt: skip


def shape_of(table: str) -> Shape:
    """The shape of a table; raises KeyError."""
    schema = tables.SCHEMAS[table]
    return Shape(table, tuple(_column(column) for column in schema.columns), key=None, sheet=table)


def _column(column: tables.Column) -> Column:
    kind = f"{column.kind[0].upper()}{column.kind[1:]}"
    about = f"{kind}; {column.about}." if column.about else f"{kind}."
    listed = column.choices if column.kind == tables.CHOICE else ()
    return Column(
        column.name,
        words(LETTERS),
        required=column.must_be_filled,
        help=about,
        example=EXAMPLES.get(column.name, ""),
        choices=listed,
    )
