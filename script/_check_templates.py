"""Compile every Jinja2 template of ours, and refuse what the content security policy would block in a browser.

Usage: python script/_check_templates.py; exit 1 with one line for each fault.
"""

import re
import sys
from pathlib import Path

import django
from django.template import TemplateSyntaxError, engines
from jinja2 import TemplateSyntaxError as JinjaSyntaxError

PROJECT = Path(__file__).resolve().parents[1]
ROOTS = ("platform", "tenants", "timebank", "peer_network", "market", "knowledge", "finance_models")
INLINE_STYLE = re.compile(r"""<[a-z][^<>]*\sstyle\s*=""", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"""<[a-z][^<>{}]*\son[a-z]+\s*=""", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)


def templates() -> list[tuple[Path, str]]:
    """Each template's file with the name that the engine knows it by."""
    found = []
    for root in ROOTS:
        for folder in (PROJECT / root).rglob("jinja2"):
            found += [(path, path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file()]
    return sorted(found)


def faults_of(path: Path, name: str) -> list[str]:
    """What is wrong with one template, as `file:line: why`."""
    text = path.read_text(encoding="utf-8")
    shown = path.relative_to(PROJECT)
    try:
        engines["jinja2"].env.compile(text, name, str(path))
    except (JinjaSyntaxError, TemplateSyntaxError) as error:
        return [f"{shown}:{getattr(error, 'lineno', 1)}: {error}"]
    faults = []
    for number, line in enumerate(text.splitlines(), start=1):
        if INLINE_STYLE.search(line):
            faults.append(f"{shown}:{number}: a style attribute is blocked by the content security policy")
        if INLINE_HANDLER.search(line):
            faults.append(f"{shown}:{number}: an event attribute is blocked by the content security policy")
        for attributes in SCRIPT.findall(line):
            if "src=" not in attributes and "nonce" not in attributes and "application/json" not in attributes:
                faults.append(f"{shown}:{number}: an inline script needs a nonce")
    return faults


def main() -> int:
    """Check all; the exit code."""
    django.setup()
    found = templates()
    faults = [fault for path, name in found for fault in faults_of(path, name)]
    print("\n".join([*faults, f"{len(found)} templates checked, {len(faults)} faults."]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
