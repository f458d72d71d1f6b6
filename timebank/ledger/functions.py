"""The ledger's functions in the database, as the migrations make them; their text is in `sql/`."""

from pathlib import Path

FOLDER = Path(__file__).parent / "sql"
FILES = ("rules.sql", "whole.sql", "posting.sql", "holding.sql")


def all_functions() -> str:
    """The text that makes, or makes anew, every function of the ledger."""
    return "\n".join((FOLDER / name).read_text() for name in FILES)


FIRST_RULE = """
    INSERT INTO public.timebank_limitrule (base, warning_percent, growth_percent, growth_cap, reason)
    SELECT 1200, 75, 0, 1200, 'The rule with which the time bank begins: an area that has given nothing yet can have '
      || '20 hours of help.'
    WHERE NOT EXISTS (SELECT 1 FROM public.timebank_limitrule);
"""
