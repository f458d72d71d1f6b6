"""The time bank: verify its ledger, post a transfer as an operator, show the balances."""

import argparse
from typing import Any

from config.commands import _setup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`verify`, `post`, `balances`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verify = actions.add_parser("verify", help="count the ledger up again and compare; 1 where something is wrong")
    verify.add_argument("--json", action="store_true", help="print one JSON document")
    post = actions.add_parser("post", help="post one transfer as an operator; prints it as JSON")
    post.add_argument("--from", required=True, dest="source", metavar="ACCOUNT", help="who was helped")
    post.add_argument("--to", required=True, metavar="ACCOUNT", help="who gave the help")
    post.add_argument("--minutes", required=True, type=int, metavar="N", help="a positive multiple of 15")
    post.add_argument("--key", required=True, help="the same key posts once, however often it is sent")
    post.add_argument("--note", default="", metavar="TEXT", help="what for; name no person")
    post.add_argument("--json", action="store_true", help=argparse.SUPPRESS)  # it prints JSON in any case
    balances = actions.add_parser("balances", help="every account with its balance in minutes")
    balances.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    """Carry out one of the three."""
    _setup.with_database()
    with _setup.refusals():
        return {"verify": _verify, "post": _post, "balances": _balances}[options.action](options)


def _verify(options: argparse.Namespace) -> int:
    from timebank.ledger import verifying

    found = verifying.verify()
    is_kept = all(check.is_kept for check in found)
    if options.json:
        checks = [
            {"check": c.key, "promise": c.promise, "looked_at": c.looked_at, "faults": list(c.faults)} for c in found
        ]
        _setup.print_json({"ok": is_kept, "checks": checks})
    else:
        rows = [
            {"result": "kept" if c.is_kept else "BROKEN", "looked at": f"{c.looked_at:,}", "promise": c.promise}
            for c in found
        ]
        _setup.print_table(rows, ["result", "looked at", "promise"])
    _setup.print_faults([fault for check in found for fault in check.faults])
    return 0 if is_kept else 1


def _post(options: argparse.Namespace) -> int:
    from timebank.ledger import operators

    posted = operators.post(
        source=options.source, to=options.to, minutes=options.minutes, key=options.key, note=options.note
    )
    transfer = posted.transfer
    _setup.print_json(
        {
            "transfer": str(transfer.public_id),
            "key": transfer.key,
            "from": options.source,
            "to": options.to,
            "minutes": transfer.minutes,
            "posted_at": transfer.posted_at.isoformat(),
        }
    )
    return 0


def _balances(options: argparse.Namespace) -> int:
    from timebank.ledger import accounts

    rows: list[dict[str, Any]] = [
        {"account": account.slug, "minutes": account.balance.minutes} for account in accounts.all_accounts()
    ]
    if options.json:
        _setup.print_json({"accounts": rows})
    else:
        _setup.print_table(rows, ["account", "minutes"])
    return 0
