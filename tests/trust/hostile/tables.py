"""Hostile CSV files, as team lists."""

import random

from tests.trust.hostile import Maker

HEAD = "E-mail address,Role,Name"
ROLES = ("Practitioner", "Area lead", "Finance lead", "Commissioner")
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", '=HYPERLINK("http://x","y")', "\t=1+1", "=1+1")


def rows(chance: random.Random, count: int | None = None) -> list[str]:
    """Harmless rows."""
    many = chance.randint(1, 20) if count is None else count
    return [
        f"person-{chance.randrange(10**9)}@nhs.net,{chance.choice(ROLES)},Person {number}" for number in range(many)
    ]


def table(*lines: str) -> bytes:
    """A CSV of these lines."""
    return ("\r\n".join(lines) + "\r\n").encode()


def with_bad(bad: str) -> Maker:
    """A list in which one row is this; `{}` stands for a number."""

    def make(chance: random.Random) -> tuple[str, bytes]:
        lines = rows(chance)
        lines.insert(chance.randint(0, len(lines)), bad.format(chance.randrange(10**6)))
        return "team.csv", table(HEAD, *lines)

    return make


def headed(head: str) -> Maker:
    """A list with this header."""
    return lambda chance: ("team.csv", table(head, *rows(chance)))


def bytes_of(name: str, *parts: bytes, noise: int = 0) -> Maker:
    """These bytes, then some at random."""
    return lambda chance: (name, b"".join(parts) + chance.randbytes(chance.randint(0, noise)))


def encoded(codec: str, word: str = "") -> Maker:
    """A list in another encoding."""
    return lambda chance: ("team.csv", (HEAD + "\r\n" + "\r\n".join(rows(chance)) + f"\r\n{word}").encode(codec))


def _formula(chance: random.Random) -> tuple[str, bytes]:
    cell = chance.choice(FORMULAS).replace('"', '""')
    column = chance.randrange(2)
    cells = [f'"{cell}"' if column == at else value for at, value in enumerate(("a@nhs.net", "Practitioner"))]
    return "team.csv", table(HEAD, *rows(chance), ",".join([*cells, ""]))


def _unclosed_quote(chance: random.Random) -> tuple[str, bytes]:
    lines = rows(chance)
    lines[chance.randrange(len(lines))] = 'ann@nhs.net,"Practitioner,Ann'
    return "team.csv", table(HEAD, *lines, *rows(chance, 50))


def _changed(chance: random.Random) -> tuple[str, bytes]:
    content = bytearray(table(HEAD, *rows(chance), "no address,Practitioner,"))
    for _ in range(chance.randint(1, 40)):
        # Not in the row that is wrong, which a change could mend.
        content[chance.randrange(len(content) - 30)] = chance.randrange(256)
    return "team.csv", bytes(content)


def _many_columns(chance: random.Random) -> tuple[str, bytes]:
    wide = ",".join(f"c{number}" for number in range(chance.randint(51, 40_000)))
    return "team.csv", table(f"{HEAD},{wide}", *rows(chance))


def _other_delimiter(chance: random.Random) -> tuple[str, bytes]:
    mark = chance.choice(";\t|")
    return "team.csv", table(*(line.replace(",", mark) for line in [HEAD, *rows(chance)]))


def _twice(chance: random.Random) -> tuple[str, bytes]:
    lines = rows(chance)
    return "team.csv", table(HEAD, *lines, chance.choice(lines).upper().replace("PERSON-", "person-"))


def _network_role(chance: random.Random) -> tuple[str, bytes]:
    role = chance.choice(("network-manager", "Operator", "Board member", "moderator", "superuser", "admin"))
    return "team.csv", table(HEAD, *rows(chance), f"evil@example.org,{role},")


KINDS: dict[str, Maker] = {
    "csv: UTF-16": encoded("utf-16"),
    "csv: UTF-16 without a mark": encoded("utf-16-le"),
    "csv: UTF-32": encoded("utf-32"),
    "csv: NUL": with_bad("ann\x00{}@nhs.net,Practitioner,"),
    "csv: letters of no encoding": bytes_of("team.csv", HEAD.encode(), b"\r\n\x81\x8d\x8f\xff,Practitioner,\r\n"),
    "csv: noise": bytes_of("team.csv", b"\x01\xfe", noise=5_000),
    "csv: a field of a megabyte": lambda chance: ("team.csv", table(HEAD, "a" * chance.randint(140_000, 900_000))),
    "csv: a long cell": with_bad("ann@nhs.net,Practitioner," + "x" * 40_000),
    "csv: a line without end": bytes_of("team.csv", b"x," * 510_000),
    "csv: unclosed quotation mark": _unclosed_quote,
    "csv: quotation mark inside": with_bad('ann@nhs.net,"Practi"tioner,{}'),
    "csv: uneven rows": with_bad("ann{}@nhs.net,Practitioner"),
    "csv: too many cells": with_bad("ann{}@nhs.net,Practitioner,Ann,and,more"),
    "csv: heading twice": headed(HEAD + ",Role"),
    "csv: unknown heading": headed("E-mail address,Role,Password"),
    "csv: heading missing": headed("E-mail address,Name,"),
    "csv: no heading": headed("ann@nhs.net,Practitioner,Ann"),
    "csv: too many columns": _many_columns,
    "csv: other delimiter": _other_delimiter,
    "csv: formula": _formula,
    "csv: control character": with_bad("ann@nhs.net,Practitioner,Ann\x07{}"),
    "csv: line break in a cell": with_bad('ann@nhs.net,Practitioner,"Ann\nLee {}"'),
    "csv: direction turned": with_bad("ann@nhs.net,Practitioner,Ann\u202e{}"),
    "csv: markup for an address": with_bad("<script>alert({})</script>@x,Practitioner,"),
    "csv: SQL for a role": with_bad("ann@nhs.net,'; DROP TABLE accounts_user; --{},"),
    "csv: template for a role": with_bad("ann@nhs.net,{{{{ settings.SECRET_KEY }}}},{}"),
    "csv: header of e-mail": with_bad("ann@nhs.net%0aBcc:all@nhs.net,Practitioner,{}"),
    "csv: role of the network": _network_role,
    "csv: same person twice": _twice,
    "csv: too many people": lambda chance: ("team.csv", table(HEAD, *rows(chance, chance.randint(301, 1_999)))),
    "csv: too many rows": lambda chance: ("team.csv", table(HEAD, *["a,b,c"] * chance.randint(2_001, 30_000))),
    "csv: too large": lambda chance: ("team.csv", table(HEAD) + b"a,b,c\n" * 180_000),
    "csv: nothing in it": bytes_of("team.csv", HEAD.encode()),
    "csv: only line breaks": bytes_of("team.csv", b"\r\n" * 500),
    "csv: changed bytes": _changed,
    "name: PDF as CSV": bytes_of("team.csv", b"%PDF-1.7\n", table(HEAD), noise=900),
    "name: web page as CSV": bytes_of("team.csv", b"<!DOCTYPE html><script>alert(1)</script>", table(HEAD)),
    "name: program as CSV": bytes_of("team.csv", b"MZ\x90\x00\x03", noise=3_000),
    "name: script as CSV": bytes_of("team.csv", b"#!/bin/sh\nrm -rf /\n"),
    "name: picture as CSV": bytes_of("team.csv", b"\x89PNG\r\n\x1a\n", noise=3_000),
    "name: packed as CSV": bytes_of("team.csv", b"\x1f\x8b\x08", noise=3_000),
    "name: CSV as workbook": lambda chance: ("team.xlsx", table(HEAD, *rows(chance))),
    "name: protected workbook": bytes_of("team.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", noise=4_000),
    "name: with macros": bytes_of("team.xlsm", b"PK\x03\x04", noise=900),
    "name: old workbook": bytes_of("team.xls", b"\xd0\xcf\x11\xe0", noise=900),
    "name: a program": bytes_of("team.csv.exe", b"MZ", noise=900),
    "name: a way out": bytes_of("../../../../etc/cron.d/team.sh", b"* * * * * root sh"),
    "name: none": bytes_of("team", b"a,b", noise=20),
}
