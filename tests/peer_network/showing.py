"""Shows pages in a real browser, as they were served, and says what tried to run: a program of its own.

`python showing.py BROWSER PAGES` reads {"payloads", "files", "pages"}: the payloads, the site's scripts and styles by
their addresses, and pages as {"address", "headers", "body"}; and prints a list of {"address", "ran", "refused",
"targets", "whole", "cut", "places"}: what payloads ran, what the page's policy refused, links that would run a
script, and which payloads are shown where. It stands apart, because Playwright's event loop forbids Django's database.
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
# What a person might do on any page: press what is folded, point at and focus everything. Timers of payloads get time.
TOUCH = """async () => {
  document.querySelectorAll('details').forEach((each) => { each.open = true });
  document.querySelectorAll('body *').forEach((each) => {
    for (const name of ['mouseover', 'mouseenter', 'focus', 'blur', 'animationstart', 'toggle'])
      each.dispatchEvent(new Event(name));
  });
  await new Promise((done) => setTimeout(done, 20));
  return { ran: window.ranHere, refused: window.refusedHere };
}"""
NAMES = ("href", "src", "action", "formaction", "data", "srcdoc")
TARGETS = """(names) => [...document.querySelectorAll('[href], [src], [action], [formaction], [data], [srcdoc]')]
  .flatMap((each) => names.map((name) => each.getAttribute(name)))
  .filter((target) => target && /^[\\s\\0-\\x20]*(javascript|vbscript|data:text|data:image.svg)/i.test(target))"""
MET = Path(__file__).with_name("met.js").read_text()


def main() -> None:
    browser_path, file = sys.argv[1], Path(sys.argv[2])
    given = json.loads(file.read_text())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_init_script(WATCH)
        served = {HOST + address: each for address, each in given["files"].items()}
        page.route("**/*", lambda route: answer(route, served))
        found = [look(page, each, served, given["payloads"]) for each in given["pages"]]
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


def look(page: Page, each: dict[str, Any], served: dict[str, Any], payloads: list[str]) -> dict[str, Any]:
    """Open one, touch everything, and say what happened. Others may be served at the same address to other readers."""
    served[HOST + each["address"]] = each
    page.goto(HOST + each["address"])
    return {
        "address": each["address"],
        **page.evaluate(TOUCH),
        "targets": page.evaluate(TARGETS, NAMES),
        **page.evaluate(MET, payloads),
    }


if __name__ == "__main__":
    main()
