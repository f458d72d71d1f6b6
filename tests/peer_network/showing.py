"""Shows pages in a real browser, as they were served, and says what tried to run: a program of its own.

`python showing.py BROWSER PAGES` reads a JSON list of {"address", "headers", "body"} and prints one of {"address",
"ran", "refused", "targets", "words"}: numbers of payloads that ran, what the page's policy refused, links that would
run a script, and the words that are seen. It stands apart, because Playwright's event loop forbids Django's database.
"""

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

HOST = "http://testserver"
WATCH = """
  window.ranHere = [];
  window.__ran = (number) => window.ranHere.push(number);
  for (const name of ['alert', 'confirm', 'prompt']) window[name] = (words) => window.ranHere.push(`${name} ${words}`);
  window.refusedHere = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.refusedHere.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
# What a person might do on any page: press what is folded, point at and focus everything.
TOUCH = """() => {
  document.querySelectorAll('details').forEach((each) => { each.open = true });
  document.querySelectorAll('body *').forEach((each) => {
    for (const name of ['mouseover', 'mouseenter', 'focus', 'blur', 'animationstart', 'toggle'])
      each.dispatchEvent(new Event(name));
  });
}"""
NAMES = ("href", "src", "action", "formaction", "data", "srcdoc")
TARGETS = """(names) => [...document.querySelectorAll('[href], [src], [action], [formaction], [data], [srcdoc]')]
  .flatMap((each) => names.map((name) => each.getAttribute(name)))
  .filter((target) => target && /^[\\s\\0-\\x20]*(javascript|vbscript|data:text|data:image.svg)/i.test(target))"""


def main() -> None:
    browser_path, file = sys.argv[1], Path(sys.argv[2])
    pages = json.loads(file.read_text())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_init_script(WATCH)
        served = {HOST + each["address"]: each for each in pages}
        page.route("**/*", lambda route: answer(route, served))
        found = [look(page, each) for each in pages]
        browser.close()
    sys.stdout.write(json.dumps(found))


def answer(route: Route, served: dict[str, Any]) -> None:
    """What the site answered; nothing else is reached."""
    each = served.get(route.request.url)
    if each is None:
        route.abort()
        return
    headers = {name: value for name, value in each["headers"].items() if name != "Content-Length"}
    route.fulfill(status=200, headers=headers, body=each["body"])


def look(page: Page, each: dict[str, Any]) -> dict[str, Any]:
    """Open one, touch everything, and say what happened."""
    page.goto(HOST + each["address"])
    page.evaluate(TOUCH)
    page.wait_for_timeout(20)  # timers of payloads
    return {
        "address": each["address"],
        "ran": page.evaluate("window.ranHere"),
        "refused": page.evaluate("window.refusedHere"),
        "targets": page.evaluate(TARGETS, NAMES),
        "words": page.evaluate(
            "document.body.innerText + [...document.querySelectorAll('input, textarea')]"
            ".map((field) => field.value).join(' ') + document.title"
        ),
    }


if __name__ == "__main__":
    main()
