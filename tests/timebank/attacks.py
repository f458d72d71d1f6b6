"""Ways to break the ledger past all our code, in SQL that is committed; each with what holds it off.

`{old}` is a transfer of before, `{mine}` its giver's account, `{theirs}` its receiver's. `needs` are the protections
without which it goes through, and `shows` is the check of `ipc timebank verify` that then finds it.
"""

from dataclasses import dataclass

NEW_TRANSFER = "currval('timebank_transfer_id_seq')"


def new(kind: str = "exchange", minutes: int = 60, reverses: str = "NULL", key: str = "x") -> str:
    """A transfer of one's own, without its entries."""
    return (
        "INSERT INTO timebank_transfer (public_id, key, kind, minutes, note, reverses_id) "
        f"VALUES (gen_random_uuid(), '{key}', '{kind}', {minutes}, '', {reverses})"
    )


def entry(account: str, minutes: int, side: str) -> str:
    """An entry of one's own in the new transfer."""
    return (
        "INSERT INTO timebank_entry (transfer_id, account_id, minutes, side) "
        f"VALUES ({NEW_TRANSFER}, {account}, {minutes}, '{side}')"
    )


def late(account: str, minutes: int, side: str) -> str:
    """An entry of one's own in the transfer of before, with all that a trigger would fill in; nothing was there yet."""
    given, had = (minutes, 0) if side == "gave" else (0, -minutes)
    return (
        "INSERT INTO timebank_entry "
        "(transfer_id, account_id, minutes, side, posted_at, balance_after, given_after, had_after) "
        f"VALUES ({{old}}, {account}, {minutes}, '{side}', now(), {minutes}, {given}, {had})"
    )


@dataclass(frozen=True)
class Attack:
    """Statements of one transaction, and words of the refusal. `needs` has `table:function` or `table!constraint`."""

    name: str
    statements: tuple[str, ...]
    refused: str
    needs: tuple[str, ...]
    shows: str = ""


GAVE, HAD = entry("{mine}", 60, "gave"), entry("{theirs}", -60, "had")
TOO_MUCH = (new(minutes=1260), entry("{mine}", 1260, "gave"), entry("{theirs}", -1260, "had"))
OF_A_TRANSFER = "timebank_transfer:timebank_transfer_whole"
OF_AN_ENTRY = "timebank_entry:timebank_transfer_whole"
WHOLE = (OF_A_TRANSFER, OF_AN_ENTRY)
DIRECT = "timebank_accountbalance:timebank_only_triggers"
TRUE = "timebank_accountbalance:timebank_balance_true"
LIMIT = "timebank_accountbalance!timebank_balance_within_limit"
EARLY_LOOK = ("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")
# A write to balances that hides in a trigger of one's own, so that it comes at the depth of ours.
HIDDEN = (
    "CREATE TEMPORARY TABLE hiding (id int)",
    "CREATE FUNCTION pg_temp.hide() RETURNS trigger LANGUAGE plpgsql AS "
    "'BEGIN UPDATE public.timebank_accountbalance SET minutes = 600 WHERE account_id = {third}; RETURN NULL; END'",
    "CREATE TRIGGER hide AFTER INSERT ON hiding FOR EACH ROW EXECUTE FUNCTION pg_temp.hide()",
    "INSERT INTO hiding VALUES (1)",
)


def never_changed(table: str, change: str, *beside: str) -> list[Attack]:
    """The three ways to change what has been added; emptying it needs what protects the tables `beside` it to go."""
    protection = (f"{table}:refuse_change",)
    return [
        Attack(f"change {table}", (f"UPDATE {table} SET {change}",), "never changed", protection),
        Attack(f"delete from {table}", (f"DELETE FROM {table} WHERE id = -1",), "never changed", protection),
        Attack(f"empty {table}", (f"TRUNCATE {table} CASCADE",), "never changed", (*protection, *beside)),
    ]


ADDED_ONLY = [
    *never_changed("timebank_entry", "minutes = minutes"),
    *never_changed("timebank_transfer", "note = 'Another'", "timebank_entry:refuse_change"),
    *never_changed("timebank_limitrule", "reason = 'Another'"),
    *never_changed("timebank_hold", "minutes = 15")[1:],
]
BALANCES = [
    Attack(
        "write a balance",
        ("UPDATE timebank_accountbalance SET given = 600",),
        "never written",
        (DIRECT, TRUE),
        "balances",
    ),
    Attack("write a balance in a trigger", HIDDEN, "follows from entries", (TRUE,), "balances"),
    Attack("delete a balance", ("DELETE FROM timebank_accountbalance",), "never written", (DIRECT,), "balances"),
    Attack("empty balances", ("TRUNCATE timebank_accountbalance",), "never written", (DIRECT,), "balances"),
    Attack("pass the limit", TOO_MUCH, "within_limit", (LIMIT,), "limits"),
    Attack(
        "pass the limit beside a table of the same name",
        ("CREATE TEMPORARY TABLE timebank_accountbalance AS SELECT * FROM public.timebank_accountbalance", *TOO_MUCH),
        "within_limit",
        (f"public.{LIMIT}",),
    ),
]
PARTS = [
    Attack("no entries", (new(),), "has_two_entries", WHOLE, "whole"),
    Attack("no entries, looked at early", (EARLY_LOOK[0], new()), "has_two_entries", WHOLE, "whole"),
    Attack("one entry", (new(), GAVE), "has_two_entries", WHOLE, "zero"),
    Attack("minutes from nowhere", (new(), GAVE, entry("{theirs}", -45, "had")), "sums_to_zero", WHOLE, "zero"),
    Attack("other minutes than it says", (new(minutes=75), GAVE, HAD), "says_its_minutes", WHOLE, "whole"),
    Attack(
        "help given by whom it left",
        (new(), entry("{mine}", 60, "had"), entry("{theirs}", -60, "gave")),
        "timebank_transfer_sides",
        WHOLE,
        "sides",
    ),
    Attack(
        "a grant of an area",
        (new("grant"), entry("{mine}", 60, "grant"), entry("{theirs}", -60, "grant")),
        "grant_of_the_network",
        WHOLE,
        "sides",
    ),
    Attack(
        "part of a quarter",
        (new(), entry("{mine}", 50, "gave")),
        "entry_minutes",
        ("timebank_entry!timebank_entry_minutes", *WHOLE),
        "zero",
    ),
    Attack(
        "a key twice",
        (new(key="old"), GAVE, HAD),
        "key_once",
        ("timebank_transfer!timebank_transfer_key_once",),
        "keys",
    ),
    Attack(
        "entries after an early look",
        (new(), GAVE, HAD, *EARLY_LOOK, entry("{third}", 60, "gave")),
        "sums_to_zero",
        (OF_AN_ENTRY,),
        "zero",
    ),
    Attack(
        "entries added to an old transfer",
        (late("{third}", 60, "gave"), late("{fourth}", -60, "had")),
        "not later",
        ("timebank_entry:timebank_entry_stamp", OF_AN_ENTRY),
        "whole",
    ),
    Attack(
        "entries out of their order",
        (
            new(),
            entry("{mine}", 60, "gave").replace("(transfer_id", "(id, transfer_id").replace("VALUES (", "VALUES (-1, "),
            HAD,
        ),
        "one after another",
        ("timebank_entry:timebank_entry_kept", TRUE),
        "balances",
    ),
]
REVERSALS = [
    Attack(
        "a reversal of other minutes",
        (new("reversal", 45, "{old}"), entry("{mine}", -45, "gave"), entry("{theirs}", 45, "had")),
        "turns_all",
        WHOLE,
        "reversals",
    ),
    Attack(
        "a reversal of other accounts",
        (new("reversal", 60, "{old}"), entry("{third}", -60, "gave"), entry("{theirs}", 60, "had")),
        "turns_all",
        WHOLE,
        "reversals",
    ),
    Attack("a reversal of a reversal", (new("reversal", 60, "{reversal}"), GAVE, HAD), "is_final", WHOLE, "reversals"),
    Attack(
        "a second reversal",
        (new("reversal", 60, "{reversed}"), entry("{mine}", -60, "gave"), entry("{theirs}", 60, "had")),
        "reverses_id_key",
        ("timebank_transfer!timebank_transfer_reverses_id_key",),
        "reversals",
    ),
]
HOLDS_AND_ACCOUNTS = [
    Attack(
        "smaller holds",
        ("UPDATE timebank_hold SET minutes = 15",),
        "spent or released once",
        ("timebank_hold:timebank_hold_guard", TRUE),
        "balances",
    ),
    Attack(
        "a hold opened again",
        ("UPDATE timebank_hold SET ended_at = NULL, outcome = '' WHERE ended_at IS NOT NULL",),
        "spent or released once",
        ("timebank_hold:timebank_hold_guard", TRUE),
        "balances",
    ),
    Attack(
        "an account of another name",
        ("UPDATE timebank_account SET slug = 'other' WHERE id = {mine}",),
        "keeps its name",
        ("timebank_account:timebank_account_kept",),
    ),
]
ATTACKS = [*ADDED_ONLY, *BALANCES, *PARTS, *REVERSALS, *HOLDS_AND_ACCOUNTS]
