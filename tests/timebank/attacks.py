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


def filled(transfer: str, account: str, minutes: int, side: str, number: str = "DEFAULT") -> str:
    """An entry of one's own with all that the trigger would fill in, for an account that had nothing yet."""
    given, had = (minutes, 0) if side == "gave" else (0, -minutes)
    return (
        "INSERT INTO timebank_entry "
        "(id, transfer_id, account_id, minutes, side, posted_at, balance_after, given_after, had_after) "
        f"VALUES ({number}, {transfer}, {account}, {minutes}, '{side}', now(), {minutes}, {given}, {had})"
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
WHOLE = ("timebank_transfer:timebank_transfer_whole",)
STAMP = ("timebank_entry:timebank_entry_stamp",)
DIRECT = "timebank_accountbalance:timebank_only_triggers"
TRUE = "timebank_accountbalance:timebank_balance_true"
LIMIT = "timebank_accountbalance!timebank_balance_within_limit"
OF_AN_ACCOUNT = "timebank_accountbala_account_id_59a4f491_fk_timebank_"
EARLY_LOOK = ("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")


def hidden(change: str, account: str = "{third}") -> tuple[str, ...]:
    """A write to balances that hides in a trigger of one's own, so that it comes at the depth of ours."""
    return (
        "CREATE TEMPORARY TABLE hiding (id int)",
        "CREATE FUNCTION pg_temp.hide() RETURNS trigger LANGUAGE plpgsql AS "
        f"'BEGIN UPDATE public.timebank_accountbalance SET {change} WHERE account_id = {account}; RETURN NULL; END'",
        "CREATE TRIGGER hide AFTER INSERT ON hiding FOR EACH ROW EXECUTE FUNCTION pg_temp.hide()",
        "INSERT INTO hiding VALUES (1)",
    )


BACK_TO_THE_FIRST = (
    "(minutes, given, had, last_entry) = (SELECT e.balance_after, e.given_after, e.had_after, e.id "
    "FROM public.timebank_entry e WHERE e.account_id = {mine} ORDER BY e.id LIMIT 1)"
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
    Attack("write a balance in a trigger", hidden("minutes = 600"), "follows from entries", (TRUE,), "balances"),
    Attack("set a balance back", hidden(BACK_TO_THE_FIRST, "{mine}"), "follows from entries", (TRUE,)),
    Attack("lower a floor", hidden("floor = -6000"), "follows from entries", (TRUE,), "balances"),
    Attack(
        "lower a floor by another rule",
        hidden("base = 6000, floor = -6000"),
        "follows from entries",
        (TRUE,),
        "balances",
    ),
    Attack("reserve without a hold", hidden("reserved = 60"), "follows from entries", (TRUE,), "balances"),
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
    Attack("an entry of no side", (new(), entry("{mine}", 60, "none"), HAD), "timebank_transfer_sides", WHOLE, "sides"),
    Attack("a transfer of no kind", (new("other"), GAVE, HAD), "timebank_transfer_kind", WHOLE),
    Attack("help that reverses", (new(reverses="{old}"), GAVE, HAD), "timebank_transfer_reverses", WHOLE),
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
        (
            new(),
            filled(NEW_TRANSFER, "{third}", 60, "gave"),
            filled(NEW_TRANSFER, "{fourth}", -60, "had"),
            *EARLY_LOOK,
            filled(NEW_TRANSFER, "{mine}", 60, "gave"),
        ),
        "more than their transfer says",
        STAMP,
        "zero",
    ),
    Attack(
        "entries added to an old transfer",
        (filled("{old}", "{third}", 60, "gave"), filled("{old}", "{fourth}", -60, "had")),
        "not later",
        STAMP,
        "whole",
    ),
    Attack(
        "entries out of their order",
        (
            new(),
            filled(NEW_TRANSFER, "{third}", 60, "gave", "-1"),
            filled(NEW_TRANSFER, "{fourth}", -60, "had", "-2"),
        ),
        "one after another",
        STAMP,
        "balances",
    ),
    Attack(
        "entries that the balances don't follow",
        (
            new(),
            *(filled(NEW_TRANSFER, "{third}", 60, "gave") + words for words in ("", " ON CONFLICT DO NOTHING")),
            filled(NEW_TRANSFER, "{fourth}", -60, "had"),
        ),
        "more than their transfer says",
        STAMP,
        "balances",
    ),
    Attack(
        "an entry left out after its balance was written",
        (
            new(minutes=120),
            *(filled(NEW_TRANSFER, "{third}", 60, "gave") + words for words in ("", " ON CONFLICT DO NOTHING")),
            filled(NEW_TRANSFER, "{mine}", 60, "gave"),
            filled(NEW_TRANSFER, "{fourth}", -120, "had"),
        ),
        "follows from entries",
        (TRUE,),
        "balances",
    ),
    Attack(
        "an entry of no account",
        (new(), filled(NEW_TRANSFER, "-1", 60, "gave"), filled(NEW_TRANSFER, "{fourth}", -60, "had")),
        "no account",
        STAMP,
        "owned",
    ),
    Attack(
        "entries of no transfer",
        (filled("-1", "{third}", 60, "gave"), filled("-1", "{fourth}", -60, "had")),
        "not later",
        STAMP,
        "owned",
    ),
    Attack(
        "a transfer of another day",
        (
            new()
            .replace("reverses_id)", "reverses_id, posted_at)")
            .replace("NULL)", "NULL, now() - interval '1 day')"),
            GAVE,
            HAD,
        ),
        "of_its_moment",
        WHOLE,
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
        "an account deleted",
        ("DELETE FROM timebank_account WHERE id = {mine}",),
        "violates foreign key",
        (f"timebank_accountbalance!{OF_AN_ACCOUNT}",),
        "owned",
    ),
    Attack(
        "an account of another name",
        ("UPDATE timebank_account SET slug = 'other' WHERE id = {mine}",),
        "keeps its name",
        ("timebank_account:timebank_account_kept",),
    ),
]
ATTACKS = [*ADDED_ONLY, *BALANCES, *PARTS, *REVERSALS, *HOLDS_AND_ACCOUNTS]
