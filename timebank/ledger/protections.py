"""Whether the database still protects the ledger: its triggers, and the role as which the application connects."""

from typing import Any

from django.apps import apps

# Model -> functions that its triggers run, without which a rule of the ledger would only be an intention.
NEEDED = {
    "Account": ("timebank_account_kept",),
    "AccountBalance": ("timebank_balance_true", "timebank_only_triggers"),
    "Entry": ("refuse_change", "timebank_entry_stamp"),
    "Hold": ("refuse_change", "timebank_hold_guard", "timebank_hold_kept"),
    "LimitRule": ("refuse_change", "timebank_limit_rule_set"),
    "Transfer": ("refuse_change", "timebank_transfer_whole"),
}
CONSTRAINTS = (
    "timebank_transfer_key_once",
    "timebank_balance_within_limit",
    "timebank_transfer_reverses_id_key",
    "timebank_accountbala_account_id_59a4f491_fk_timebank_",  # entries have no foreign key of their own to accounts
)
SWITCHED_ON = """
    SELECT p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = to_regclass(%s) AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
"""
THERE = "SELECT conname FROM pg_constraint WHERE conname = ANY (%s) AND convalidated"


def missing_protections(cursor: Any) -> tuple[int, list[str]]:
    """How many protections the ledger needs, and a sentence for each that is not there or switched off."""
    missing = []
    for name, functions in NEEDED.items():
        table = apps.get_model("timebank", name)._meta.db_table
        cursor.execute(SWITCHED_ON, [f"public.{table}"])
        there = {row[0] for row in cursor.fetchall()}
        missing += [
            f"{table} has no trigger that runs {function}, or it is switched off."
            for function in functions
            if function not in there
        ]
    cursor.execute(THERE, [list(CONSTRAINTS)])
    there = {row[0] for row in cursor.fetchall()}
    missing += [f"The constraint {name} is not there." for name in CONSTRAINTS if name not in there]
    return sum(len(functions) for functions in NEEDED.values()) + len(CONSTRAINTS), missing
