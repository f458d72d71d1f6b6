"""What has to be true of the ledger at every moment, as queries that list the exceptions."""

from dataclasses import dataclass

# ruff: noqa: S608 - the queries' own text, put together of parts of this file alone


@dataclass(frozen=True)
class Check:
    """A promise, a query that counts what it is about, and one that lists the exceptions.

    `fault` is the sentence for an exception, with its columns in order.
    """

    key: str
    promise: str
    count: str
    faults: str
    fault: str


TRANSFERS = "SELECT count(*) FROM timebank_transfer"
ENTRIES = "SELECT count(*) FROM timebank_entry"
ACCOUNTS = "SELECT count(*) FROM timebank_account"
# What an account comes to, from entries and holds alone, and the limit that the newest rule or its own gives it.
FROM_ENTRIES = """
    WITH rule AS (SELECT * FROM timebank_limitrule ORDER BY id DESC LIMIT 1),
    sums AS (
      SELECT account_id, sum(minutes) AS minutes, coalesce(sum(minutes) FILTER (WHERE side = 'gave'), 0) AS given,
        -coalesce(sum(minutes) FILTER (WHERE side = 'had'), 0) AS had
      FROM timebank_entry GROUP BY account_id),
    held AS (SELECT account_id, sum(minutes) AS reserved FROM timebank_hold WHERE ended_at IS NULL GROUP BY account_id),
    counted AS (
      SELECT a.id, a.slug, coalesce(s.minutes, 0) AS minutes, coalesce(s.given, 0) AS given, coalesce(s.had, 0) AS had,
        coalesce(h.reserved, 0) AS reserved,
        -coalesce(a.own_limit, (SELECT base + least(growth_cap,
          trunc(greatest(coalesce(s.given, 0), 0) * growth_percent / 100)) FROM rule), 0) AS floor
      FROM timebank_account a LEFT JOIN sums s ON s.account_id = a.id LEFT JOIN held h ON h.account_id = a.id)
"""

CHECKS = (
    Check(
        "zero",
        "The entries of each transfer sum to zero",
        TRANSFERS,
        """SELECT t.key, coalesce(sum(e.minutes), 0) FROM timebank_transfer t
           LEFT JOIN timebank_entry e ON e.transfer_id = t.id GROUP BY t.id, t.key
           HAVING coalesce(sum(e.minutes), 0) <> 0 ORDER BY t.id""",
        "The entries of transfer “{0}” sum to {1} minutes.",
    ),
    Check(
        "all_zero",
        "All entries together sum to zero",
        ENTRIES,
        "SELECT sum(minutes) FROM timebank_entry HAVING sum(minutes) <> 0",
        "All entries together sum to {0} minutes.",
    ),
    Check(
        "whole",
        "Each transfer has two entries or more, and says how many minutes arrive",
        TRANSFERS,
        """SELECT t.key, count(e.id), t.minutes, coalesce(sum(e.minutes) FILTER (WHERE e.minutes > 0), 0)
           FROM timebank_transfer t LEFT JOIN timebank_entry e ON e.transfer_id = t.id GROUP BY t.id, t.key, t.minutes
           HAVING count(e.id) < 2 OR t.minutes <> coalesce(sum(e.minutes) FILTER (WHERE e.minutes > 0), 0)
           ORDER BY t.id""",
        "Transfer “{0}” has {1} entries, and says {2} minutes where {3} arrive.",
    ),
    Check(
        "owned",
        "Each entry is of a transfer and of an account that are there",
        ENTRIES,
        """SELECT e.id, e.transfer_id, e.account_id FROM timebank_entry e
           LEFT JOIN timebank_transfer t ON t.id = e.transfer_id LEFT JOIN timebank_account a ON a.id = e.account_id
           WHERE t.id IS NULL OR a.id IS NULL ORDER BY e.id""",
        "Entry {0} names transfer {1} and account {2}, and one of them is not there.",
    ),
    Check(
        "keys",
        "Each key appears once",
        TRANSFERS,
        "SELECT key, count(*) FROM timebank_transfer GROUP BY key HAVING count(*) > 1 ORDER BY key",
        "The key “{0}” appears {1} times.",
    ),
    Check(
        "balances",
        "Each kept balance equals its entries and what is reserved",
        ACCOUNTS,
        FROM_ENTRIES
        + """SELECT c.slug, c.minutes, c.given, c.had, c.reserved, c.floor,
             b.minutes, b.given, b.had, b.reserved, b.floor
           FROM counted c LEFT JOIN timebank_accountbalance b ON b.account_id = c.id
           WHERE (c.minutes, c.given, c.had, c.reserved, c.floor)
             IS DISTINCT FROM (b.minutes, b.given, b.had, b.reserved, b.floor) ORDER BY c.slug""",
        "Account {0} has {1} minutes, {2} given, {3} had, {4} reserved, limit {5}; kept are {6}, {7}, {8}, {9}, {10}.",
    ),
    Check(
        "limits",
        "No account is below its limit, counted from its entries",
        ACCOUNTS,
        FROM_ENTRIES
        + "SELECT slug, minutes, reserved, floor FROM counted WHERE minutes - reserved < floor ORDER BY slug",
        "Account {0} has {1} minutes, {2} of them reserved, and may go down to {3}.",
    ),
    Check(
        "statements",
        "Each entry says what the account had after it",
        ENTRIES,
        """SELECT slug, id, after, balance_after FROM (
             SELECT a.slug, e.id, e.balance_after, sum(e.minutes) OVER up_to AS after, e.given_after,
               sum(CASE WHEN e.side = 'gave' THEN e.minutes ELSE 0 END) OVER up_to AS given, e.had_after,
               -sum(CASE WHEN e.side = 'had' THEN e.minutes ELSE 0 END) OVER up_to AS had
             FROM timebank_entry e JOIN timebank_account a ON a.id = e.account_id
             WINDOW up_to AS (PARTITION BY e.account_id ORDER BY e.id)) AS running
           WHERE (balance_after, given_after, had_after) IS DISTINCT FROM (after, given, had) ORDER BY id""",
        "After entry {1}, account {0} had {2} minutes, and its statement says {3}.",
    ),
    Check(
        "sides",
        "Help given arrives, help had leaves, and a grant leaves the network's pool",
        ENTRIES,
        """SELECT t.key, a.slug FROM timebank_entry e JOIN timebank_transfer t ON t.id = e.transfer_id
           JOIN timebank_account a ON a.id = e.account_id
           WHERE (t.kind = 'exchange' AND e.side <> CASE WHEN e.minutes > 0 THEN 'gave' ELSE 'had' END)
             OR (t.kind = 'grant' AND (e.side <> 'grant' OR (e.minutes < 0 AND a.kind <> 'network'))) ORDER BY e.id""",
        "The entry of transfer “{0}” for {1} stands on the wrong side.",
    ),
    Check(
        "reversals",
        "Each reversal turns every entry of one transfer, which no other reversal names and which is none itself",
        "SELECT count(*) FROM timebank_transfer WHERE kind = 'reversal'",
        """SELECT r.key FROM timebank_transfer r LEFT JOIN timebank_transfer t ON t.id = r.reverses_id
           WHERE r.kind = 'reversal' AND (t.id IS NULL OR t.kind = 'reversal'
             OR (SELECT count(*) FROM timebank_transfer o WHERE o.reverses_id = t.id) > 1
             OR EXISTS (
               (SELECT account_id, minutes, side FROM timebank_entry WHERE transfer_id = r.id
                EXCEPT ALL SELECT account_id, -minutes, side FROM timebank_entry WHERE transfer_id = t.id)
               UNION ALL
               (SELECT account_id, -minutes, side FROM timebank_entry WHERE transfer_id = t.id
                EXCEPT ALL SELECT account_id, minutes, side FROM timebank_entry WHERE transfer_id = r.id)))
           ORDER BY r.id""",
        "The reversal “{0}” does not turn one transfer, whole and once.",
    ),
)
