"""The ledger's functions in the database, as the migrations make them; their text is in `sql/`."""

from pathlib import Path

FOLDER = Path(__file__).parent / "sql"
FILES = ("rules.sql", "whole.sql", "posting.sql", "holding.sql")


def all_functions() -> str:
    """The text that makes, or makes anew, every function of the ledger."""
    return "\n".join((FOLDER / name).read_text() for name in FILES)


# What the first migration's triggers ran before the fifth one; made for these, and dropped there.
OF_BEFORE = "\n".join(
    f"CREATE OR REPLACE FUNCTION public.{name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
    for name in ("timebank_entry_kept", "timebank_transfer_stamp")
)
# Functions that the fifth migration drops before it makes those of now: gone, or with other parameters or answers.
DROP_OLD = """
    DROP FUNCTION public.timebank_entry_kept(), public.timebank_transfer_stamp();
    DROP FUNCTION IF EXISTS public.timebank_floor(bigint, bigint);
    DROP FUNCTION IF EXISTS
      public.timebank_post(text, text, bigint[], integer[], text[], text, bigint, uuid, bigint, uuid);
    DROP FUNCTION IF EXISTS public.timebank_reverse(text, bigint, text, bigint);
    DROP FUNCTION IF EXISTS
      public.timebank_replay(text, text, bigint[], integer[], text[], text, uuid, bigint);
"""
# The numbers of the rules, for accounts that were there before balances kept them. No trigger asks for it this once.
SET_FLOORS = """
    ALTER TABLE public.timebank_accountbalance DISABLE TRIGGER pgtrigger_only_triggers_cdfb6;
    SELECT public.timebank_set_floors(ARRAY(SELECT b.account_id FROM public.timebank_accountbalance b));
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE public.timebank_accountbalance ENABLE TRIGGER pgtrigger_only_triggers_cdfb6;
    SET CONSTRAINTS ALL DEFERRED;
"""
FIRST_RULE = """
    INSERT INTO public.timebank_limitrule (base, warning_percent, growth_percent, growth_cap, reason)
    SELECT 1200, 75, 0, 1200, 'The rule with which the time bank begins: an area that has given nothing yet can have '
      || '20 hours of help.'
    WHERE NOT EXISTS (SELECT 1 FROM public.timebank_limitrule);
"""
