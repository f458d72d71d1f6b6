"""The pages that `ipc demo --check` opens, and the visitor that opens them over real HTTP.

Packages and rooms register their key pages from an AppConfig's `ready()`. Run by the demo as
`python -m embedded.checks ADDRESS`: the registrations are known only where Django is set up.
"""

import html
import http.cookiejar
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

from embedded import demo_people

TIMEOUT_SECONDS = 30
SIGN_IN_PATH = "/account/login/"
TOKEN_FIELD = re.compile(r"""name=["']csrfmiddlewaretoken["'][^>]*?value=["']([^"']+)""")


@dataclass(frozen=True, order=True)
class Page:
    """A key page: who opens it (a demo sign-in, "" for nobody), its path, a text on it and the answer's status."""

    who: str
    path: str
    text: str
    status: int = 200


_pages: set[Page] = set()


def register(who: str, path: str, text: str, *, status: int = 200) -> None:
    """Have `--check` open `path` as `who` (the part before the @ of a demo address; "" for a visitor) and look for
    `text`, which is compared without mark-up."""
    _pages.add(Page(who, path, text, status))


def pages() -> list[Page]:
    """Every registered page, and the two that everybody has: a visitor's sign-in and each person's home."""
    own = {Page(person.sign_in, "/home/", "") for person in demo_people.PEOPLE}
    return sorted(_pages | own | {Page("", SIGN_IN_PATH, "")})


class Visitor:
    """Somebody with a browser's cookies. `base` is the site's address without a final slash."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def get(self, path: str) -> tuple[int, str, str]:
        """Open a page, following redirects: its status, its final path and its text."""
        return self._open(urllib.request.Request(self.base + path))  # noqa: S310

    def sign_in(self, email: str, password: str) -> str | None:
        """Sign in by the form as a person would; None when that went well, else what went wrong."""
        status, _path, page = self.get(SIGN_IN_PATH)
        token = TOKEN_FIELD.search(page)
        if status != 200 or token is None:
            return f"the sign-in page answered {status} without a form"
        fields = {"login": email, "password": password, "csrfmiddlewaretoken": token[1]}
        status, path, _page = self._open(
            urllib.request.Request(  # noqa: S310
                self.base + SIGN_IN_PATH,
                data=urllib.parse.urlencode(fields).encode(),
                headers={"Referer": self.base + SIGN_IN_PATH},
            )
        )
        if status != 200 or path.startswith("/account/"):
            return f"signing in ended at {path} with {status}"
        return None

    def _open(self, request: urllib.request.Request) -> tuple[int, str, str]:
        try:
            answer = self._opener.open(request, timeout=TIMEOUT_SECONDS)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            path = urllib.parse.urlsplit(answer.url).path
            return answer.status, path, answer.read().decode("utf-8", errors="replace")


def fault_of(page: Page, visitor: Visitor) -> str | None:
    """What is wrong with a page as this visitor sees it, or None."""
    try:
        status, path, body = visitor.get(page.path)
    except OSError as error:
        return f"no answer ({error})"
    if status != page.status:
        return f"answered {status}, not {page.status}"
    if path != urllib.parse.urlsplit(page.path).path:
        return f"led to {path}"
    if page.text and page.text not in words_of(body):
        return f"lacks the words “{page.text}”"
    return None


def words_of(body: str) -> str:
    """A page's words as they are read: no mark-up, single blanks."""
    without_code = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", body)
    return " ".join(html.unescape(re.sub(r"(?s)<[^>]*>", " ", without_code)).split())


def visit_all(base: str) -> int:
    """Open every page as its person, print a line for each; the number of faults."""
    visitors: dict[str, Visitor] = {}
    refused: dict[str, str] = {}
    faults = 0
    for page in pages():
        who = page.who
        if who not in visitors:
            visitors[who] = Visitor(base)
            if who:
                problem = visitors[who].sign_in(f"{who}@demo.example", demo_people.password())
                refused |= {who: problem} if problem else {}
        fault = refused.get(who) or fault_of(page, visitors[who])
        faults += bool(fault)
        print(f"{'FAULT' if fault else 'ok':5}  {who or 'visitor':18}  {page.path}{f'  {fault}' if fault else ''}")
    print(f"{len(pages())} pages opened, {faults} with a fault.", flush=True)
    return faults


def main(address: str) -> int:
    """Visit all pages of the site at `address`; 1 when any has a fault."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from config import key_pages

    key_pages.register_all()
    # Run as a program this module is `__main__`; the rooms registered with the one they imported.
    from embedded import checks

    return 1 if checks.visit_all(address.rstrip("/")) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
