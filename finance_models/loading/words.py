"""A version in one sentence."""

from finance_models.models import DataVersion


def in_words(version: DataVersion) -> str:
    """`Data version 3: 12,000 rows accepted, 4 rejected, of 12,004 in the files. It waits to be accepted.`"""
    accepted, rejected = version.count("accepted"), version.count("rejected")
    counts = f"{accepted:,} rows accepted, {rejected:,} rejected, of {accepted + rejected:,} in the files"
    ends = {"in_use": "It is in use.", "loaded": "It waits to be accepted."}
    return f"{version}: {counts}. {ends.get(version.state, '')}".strip()
