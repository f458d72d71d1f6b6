"""Every page that a browser can be shown, in each of its states; the rules of all pages are tried on these."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# What happens on a page before it is looked at.
Act = Callable[[Page], Any]
FIELD_OF_A_PLAN = "/areas/kernow/rollout/groups/mental-health/"
MILESTONES = "/areas/kernow/rollout/milestones/"
RISKS = "/areas/kernow/rollout/risks/"
NETWORK_RISKS = "/programme/network-risks/"


@dataclass(frozen=True)
class Shown:
    """One page in one state. `path` may name a fact of the site: `{job-done}`. `who` is a demo person, "" nobody."""

    name: str
    route: str
    who: str
    path: str
    act: Act | None = None
    status: int = 200

    def address(self, facts: dict[str, Any]) -> str:
        """Its path, with the site's facts."""
        return facts[self.path[1:-1]] if self.path.startswith("{") else self.path

    def open(self, page: Page, facts: dict[str, Any]) -> None:
        """Show it."""
        answer = page.goto(self.address(facts))
        assert answer is not None and answer.status == self.status, f"{self.name}: {answer and answer.status}"
        if self.act:
            self.act(page)
            page.wait_for_load_state("load")


def press(words: str) -> Act:
    """Press the button with these words in the page's main part."""
    whole = re.compile(f"^{re.escape(words)}$", re.IGNORECASE)
    return lambda page: page.get_by_role("main").get_by_role("button", name=whole).first.click()


def then(*acts: Act) -> Act:
    """One after the other."""

    def all_of_them(page: Page) -> None:
        for act in acts:
            act(page)

    return all_of_them


def fill(label: str, value: str) -> Act:
    """Write into a field."""
    return lambda page: page.get_by_label(label, exact=True).first.fill(value)


def choose(name: str, content: str) -> Act:
    """Choose a file with this content; with JavaScript a button stands before the field that takes it."""
    file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    return lambda page: page.locator("input[type=file]").set_input_files(file)


def open_all_details(page: Page) -> None:
    """Open whatever is folded: tables of charts, explanations."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def open_first_row(page: Page) -> None:
    """Follow the first link of the page's table."""
    page.get_by_role("table").get_by_role("link").first.click()


REFUSALS = ("bad-request", "not-allowed", "not-found", "too-many", "csrf", "server-error")
HOMES = ("area-lead", "board-member", "network-manager", "budget-holder", "knowledge-editor", "operator")

PUBLIC = [
    Shown("front page", "wagtail_serve", "", "/"),
    Shown("accessibility statement", "wagtail_serve", "", "/accessibility/"),
    Shown("privacy", "wagtail_serve", "", "/privacy/"),
    Shown("list of areas", "areas:list", "", "/areas/"),
    Shown("search", "find:search", "", "/search/"),
    Shown("search, results", "find:search", "area-lead", "/search/?q=health"),
    Shown("search, narrowed", "find:search", "area-lead", "/search/?q=kernow&kind=workspaces&area=kernow"),
    Shown("search, nothing found", "find:search", "", "/search/?q=zzzz"),
    Shown("search, words too common", "find:search", "", "/search/?q=of+the"),
    Shown("your turn", "your_turn:start", "", "/your-turn/"),
    Shown("your turn, nothing chosen", "your_turn:start", "", "/your-turn/?area=&group=", status=422),
    Shown("your turn, answer", "your_turn:answer", "", "/your-turn/kernow/children-complex-needs/"),
    Shown("your turn, no phase yet", "your_turn:answer", "", "/your-turn/swindon/mental-health/"),
    Shown("your turn, Easy Read", "your_turn:answer", "", "/your-turn/kernow/mental-health/?easy-read=1"),
    Shown("your turn, not found", "your_turn:answer", "", "/your-turn/nowhere/mental-health/", status=404),
    Shown("invitation, newcomer", "accounts:invitation", "", "{invitation-newcomer}"),
    Shown(
        "invitation, mistakes", "accounts:invitation", "", "{invitation-newcomer}", press("Accept and make my account")
    ),
    Shown("invitation, has an account", "accounts:invitation", "", "{invitation-known}"),
    Shown("invitation, of somebody else", "accounts:invitation", "evaluator", "{invitation-known}", status=403),
    Shown("invitation, to accept", "accounts:invitation", "carer", "{invitation-known}"),
    Shown("invitation, over", "accounts:invitation", "", "/account/invitation/unknown/", status=410),
]
WAYS_IN = [
    Shown("sign in", "account_login", "", "/account/login/"),
    Shown("sign in, nothing typed", "account_login", "", "/account/login/", press("Sign in")),
    Shown(
        "sign in, wrong password",
        "account_login",
        "",
        "/account/login/",
        then(fill("E-mail address", "nobody@example.org"), fill("Password", "not the password"), press("Sign in")),
    ),
    Shown("sign up, by invitation only", "account_signup", "", "/account/signup/"),
    Shown("sign out", "account_logout", "carer", "/account/logout/"),
    Shown("account closed", "account_inactive", "", "/account/inactive/"),
    Shown("address to be confirmed", "account_email_verification_sent", "", "/account/confirm-email/"),
    Shown("confirming an address", "account_confirm_email", "", "/account/confirm-email/unknown/"),
    Shown("reset password", "account_reset_password", "", "/account/password/reset/"),
    Shown(
        "reset password, mistake", "account_reset_password", "", "/account/password/reset/", press("Reset my password")
    ),
    Shown("reset password, sent", "account_reset_password_done", "", "/account/password/reset/done/"),
    Shown("reset password, bad link", "account_reset_password_from_key", "", "/account/password/reset/key/1-x/"),
    Shown("reset password, done", "account_reset_password_from_key_done", "", "/account/password/reset/key/done/"),
]
OWN_ACCOUNT = [
    Shown("my details", "accounts:me", "area-lead", "/me/"),
    Shown("your data", "data_rights:mine", "carer", "/me/data/"),
    Shown("ask for a correction", "data_rights:correction", "carer", "/me/data/correction/"),
    Shown(
        "ask for a correction, mistake",
        "data_rights:correction",
        "carer",
        "/me/data/correction/",
        press("Send"),
    ),
    Shown("be erased", "data_rights:erasure", "carer", "/me/data/erasure/"),
    Shown("be erased, refused", "data_rights:erasure", "network-manager", "/me/data/erasure/"),
    Shown("requests about data, none", "data_rights:requests", "network-manager", "/network/data-requests/"),
    Shown("request about data", "data_rights:request", "network-manager", "{data-request}"),
    Shown("erase now", "data_rights:erase-now", "network-manager", "{erase-now}"),
    Shown("how long things are kept", "data_rights:retention", "network-manager", "/network/retention/"),
    Shown("tokens", "api_pages:tokens", "area-lead", "/me/tokens/"),
    Shown("tokens, none", "api_pages:tokens", "carer", "/me/tokens/"),
    Shown("make a token", "api_pages:make", "area-lead", "/me/tokens/make/"),
    Shown("make a token, mistakes", "api_pages:make", "area-lead", "/me/tokens/make/", press("Make the token")),
    Shown(
        "token made",
        "api_pages:make",
        "peer-supporter",
        "/me/tokens/make/",
        then(
            fill("What is it for?", "Looking at the page"),
            lambda page: page.get_by_label("Read the list of areas").check(),
            press("Make the token"),
        ),
    ),
    Shown("revoke a token", "api_pages:revoke", "area-lead", "{revoke-token}"),
    Shown("calendars", "api_pages:calendars", "area-lead", "/me/calendars/"),
    Shown("calendars, none", "api_pages:calendars", "carer", "/me/calendars/"),
    Shown("calendar link made", "api_pages:calendars", "evaluator", "/me/calendars/", press("Make a link")),
    Shown("take a calendar link back", "api_pages:calendar-revoke", "area-lead", "/me/calendars/milestones/revoke/"),
    Shown("use the API", "api_pages:documentation", "area-lead", "/api/docs"),
    Shown("use the API, examples open", "api_pages:documentation", "area-lead", "/api/docs", open_all_details),
    Shown("drafts", "drafts:list", "area-lead", "/me/drafts/"),
    Shown("drafts, none", "drafts:list", "carer", "/me/drafts/"),
    Shown("draft", "drafts:draft", "area-lead", "{draft}"),
    Shown("e-mail addresses", "account_email", "carer", "/account/email/"),
    Shown("change password", "account_change_password", "carer", "/account/password/change/"),
    Shown(
        "change password, mistakes",
        "account_change_password",
        "carer",
        "/account/password/change/",
        press("Change password"),
    ),
    Shown("my representatives", "accounts:representatives", "board-member", "/me/representatives/"),
    Shown("linked accounts", "socialaccount_connections", "carer", "/account/3rdparty/"),
    Shown(
        "sign-in with a provider failed", "socialaccount_login_error", "", "/account/3rdparty/login/error/", status=401
    ),
    Shown(
        "sign-in with a provider cancelled", "socialaccount_login_cancelled", "", "/account/3rdparty/login/cancelled/"
    ),
    Shown("sessions", "usersessions_list", "carer", "/account/sessions/"),
    Shown("choices of notifications", "notify:choices", "area-lead", "/me/notifications/"),
    Shown("notifications", "notify:list", "area-lead", "/notifications/"),
    Shown("notifications, none found", "notify:list", "area-lead", "/notifications/?state=read&kind=role-given"),
    Shown("leaving e-mails", "notify:leave", "", "{leave-mails}"),
    Shown("mail of the demonstration", "notify:demo-mails", "", "/demo/mail/"),
    Shown("mail of the demonstration, one", "notify:demo-mail", "", "/demo/mail/", open_first_row),
    Shown("two-step sign-in", "mfa_index", "carer", "/account/2fa/"),
    Shown("passkeys", "mfa_list_webauthn", "carer", "/account/2fa/webauthn/"),
]
# Kernow has one signed return, corrected and in dispute, and one that is being written (`tests.e2e.prepare`).
SIGNED, WRITTEN = "/areas/kernow/returns/2014Q4/", "/areas/kernow/returns/2015Q1/"
RETURNS = [
    Shown("returns", "returns_pages:list", "area-lead", "/areas/kernow/returns/"),
    Shown("returns, for a practitioner", "returns_pages:list", "practitioner", "/areas/kernow/returns/"),
    Shown("return, not begun", "returns_pages:quarter", "area-lead", "/areas/kernow/returns/2015Q2/"),
    Shown("return, being written", "returns_pages:quarter", "area-lead", WRITTEN),
    Shown("return, signed and in dispute", "returns_pages:quarter", "area-lead", SIGNED),
    Shown("section of a return", "returns_pages:section", "area-lead", f"{WRITTEN}sections/people/"),
    Shown("section of a return, money", "returns_pages:section", "area-lead", f"{WRITTEN}sections/money/"),
    Shown("section of a return, empty", "returns_pages:section", "area-lead", f"{WRITTEN}sections/equality/"),
    Shown("check of a return", "returns_pages:check", "area-lead", f"{WRITTEN}check/"),
    Shown("sign a return, with faults", "returns_pages:sign", "area-lead", f"{WRITTEN}sign/"),
    Shown("throw a return away", "returns_pages:discard", "area-lead", f"{WRITTEN}discard/"),
    Shown("correct a return", "returns_pages:correct", "area-lead", f"{SIGNED}correct/"),
    Shown(
        "correct a return, mistake",
        "returns_pages:correct",
        "area-lead",
        f"{SIGNED}correct/",
        press("Begin the correction"),
    ),
    Shown("version of a return", "returns_pages:version", "area-lead", f"{SIGNED}versions/1/"),
    Shown("versions side by side", "returns_pages:versions", "area-lead", f"{SIGNED}versions/?all=1"),
    Shown("return by workbook", "returns_pages:upload", "area-lead", f"{WRITTEN}upload/"),
    Shown(
        "return by workbook, faults",
        "returns_pages:upload",
        "area-lead",
        f"{WRITTEN}upload/",
        then(choose("return.csv", "Code,Figure\n"), press("Check the workbook")),
    ),
    Shown("returns of all areas", "programme:returns", "board-member", "/programme/returns/"),
    Shown("returns of all areas, for the manager", "programme:returns", "network-manager", "/programme/returns/"),
    Shown("settle a dispute", "programme:settle", "network-manager", "/programme/returns/kernow/2014Q4/settle/"),
    Shown("dispute a return", "programme:dispute", "network-manager", "/programme/returns/kernow/2014Q4/dispute/"),
    Shown(
        "dispute a return, mistake",
        "programme:dispute",
        "network-manager",
        "/programme/returns/kernow/2014Q4/dispute/",
        press("Put it in dispute"),
    ),
]
BOARD_AND_AREA = [
    *(Shown(f"home, {who}", "ui:home", who, "/home/") for who in HOMES),
    Shown("board", "programme:board", "board-member", "/programme/"),
    Shown("board, tables open", "programme:board", "board-member", "/programme/", open_all_details),
    Shown("board, a past quarter", "programme:board", "board-member", "/programme/?as-at=2014-15-q3"),
    Shown("board, no such quarter", "programme:board", "board-member", "/programme/?as-at=1999-q9"),
    Shown("area, overview", "areas:overview", "area-lead", "/areas/kernow/"),
    Shown("area, overview for a practitioner", "areas:overview", "practitioner", "/areas/kernow/"),
    Shown("representatives", "areas:representatives", "area-lead", "/areas/kernow/representatives/"),
    Shown("record a representative", "areas:representative-new", "area-lead", "/areas/kernow/representatives/new/"),
    Shown(
        "record a representative, mistakes",
        "areas:representative-new",
        "area-lead",
        "/areas/kernow/representatives/new/",
        press("Record it"),
    ),
    Shown("team", "areas:team", "area-lead", "/areas/kernow/team/"),
    Shown("team, for a practitioner", "areas:team", "practitioner", "/areas/kernow/team/"),
    Shown("invite to the team", "areas:team-invite", "area-lead", "/areas/kernow/team/invite/"),
    Shown(
        "invite to the team, mistakes",
        "areas:team-invite",
        "area-lead",
        "/areas/kernow/team/invite/",
        press("Send the invitation"),
    ),
    Shown("invite by a list", "areas:team-list", "area-lead", "/areas/kernow/team/list/"),
    Shown(
        "invite by a list, mistake",
        "areas:team-list",
        "area-lead",
        "/areas/kernow/team/list/",
        press("Check the list"),
    ),
    Shown(
        "invite by a list, faults",
        "areas:team-list",
        "area-lead",
        "/areas/kernow/team/list/",
        then(choose("team.csv", "E-mail address,Role,Name\nann,Cook,\n"), press("Check the list")),
    ),
    Shown(
        "invite by a list, to confirm",
        "areas:team-list",
        "area-lead",
        "/areas/kernow/team/list/",
        then(
            choose(
                "team.csv",
                "E-mail address,Role,Name\nann@nhs.net,Practitioner,Ann\narea-lead@demo.example,Area lead,\n",
            ),
            press("Check the list"),
        ),
    ),
    Shown("end a role", "areas:team-end", "area-lead", "{end-team-role}"),
    Shown("end the only lead's role", "areas:team-end", "area-lead", "{end-only-lead}"),
    Shown("roll-out", "rollout:plans", "area-lead", "/areas/kernow/rollout/"),
    Shown("plan", "rollout:plan", "area-lead", FIELD_OF_A_PLAN),
    Shown("plan, for a practitioner", "rollout:plan", "practitioner", FIELD_OF_A_PLAN),
    Shown("change a plan", "rollout:change", "area-lead", f"{FIELD_OF_A_PLAN}change/"),
    Shown(
        "change a plan, mistakes",
        "rollout:change",
        "area-lead",
        f"{FIELD_OF_A_PLAN}change/",
        then(
            lambda page: page.get_by_role("group", name="Planned start").get_by_label("Day").fill("31"),
            press("Save and publish"),
        ),
    ),
    Shown("milestones", "rollout:milestones", "area-lead", MILESTONES, open_all_details),
    Shown("milestones, narrowed", "rollout:milestones", "practitioner", f"{MILESTONES}?status=done"),
    Shown("milestone, national", "rollout:milestone", "area-lead", f"{MILESTONES}finance-2/"),
    Shown("milestone, for a practitioner", "rollout:milestone", "practitioner", f"{MILESTONES}learning/"),
    Shown("milestone, off the plan", "rollout:milestone", "area-lead", "{milestone-off}"),
    Shown("add a milestone", "rollout:milestone-new", "area-lead", f"{MILESTONES}new/"),
    Shown(
        "add a milestone, mistakes",
        "rollout:milestone-new",
        "area-lead",
        f"{MILESTONES}new/",
        press("Add to the plan"),
    ),
    Shown("change a milestone", "rollout:milestone-change", "area-lead", f"{MILESTONES}finance-2/change/"),
    Shown(
        "change a milestone, mistake",
        "rollout:milestone-change",
        "area-lead",
        f"{MILESTONES}finance-2/change/",
        press("Save and publish"),
    ),
    Shown("take a milestone off", "rollout:milestone-take-off", "area-lead", "{milestone-take-off}"),
    Shown("put a milestone back", "rollout:milestone-put-back", "area-lead", "{milestone-put-back}"),
    Shown("risks", "rollout:risks", "area-lead", RISKS, open_all_details),
    Shown("risks, none of these", "rollout:risks", "practitioner", f"{RISKS}?show=review&kind=issue"),
    Shown("risk", "rollout:risk", "area-lead", "{risk}"),
    Shown("risk, closed", "rollout:risk", "practitioner", "{risk-closed}"),
    Shown("add a risk", "rollout:risk-new", "area-lead", f"{RISKS}new/"),
    Shown("add a risk, mistakes", "rollout:risk-new", "area-lead", f"{RISKS}new/", press("Add to the list")),
    Shown("change a risk", "rollout:risk-change", "area-lead", "{risk-change}"),
    Shown("close a risk", "rollout:risk-close", "area-lead", "{risk-close}"),
    Shown("close a risk, mistake", "rollout:risk-close", "area-lead", "{risk-close}", press("Close it")),
    Shown("open a risk again", "rollout:risk-reopen", "area-lead", "{risk-reopen}"),
    Shown("risks of the network", "programme:network-risks", "board-member", NETWORK_RISKS),
    Shown("risk of the network", "programme:network-risk", "network-manager", f"{NETWORK_RISKS}of/partnership/"),
    Shown("add a risk of the network", "programme:network-risk-new", "network-manager", f"{NETWORK_RISKS}add/"),
    Shown(
        "score a risk of the network",
        "programme:network-risk-change",
        "network-manager",
        f"{NETWORK_RISKS}of/partnership/change/",
    ),
    Shown(
        "score a risk of the network, mistake",
        "programme:network-risk-change",
        "network-manager",
        f"{NETWORK_RISKS}of/partnership/change/",
        press("Save and publish"),
    ),
    Shown(
        "close a risk of the network",
        "programme:network-risk-close",
        "network-manager",
        f"{NETWORK_RISKS}of/block-contracts/close/",
    ),
    Shown(
        "open a risk of the network again", "programme:network-risk-reopen", "network-manager", "{network-risk-reopen}"
    ),
    Shown("organisations", "organisations:list", "area-lead", "/organisations/"),
    Shown("organisations, none", "organisations:list", "board-member", "/organisations/?kind=provider"),
    Shown("organisation", "organisations:organisation", "area-lead", "{organisation}"),
    Shown("partners", "rollout:partners", "area-lead", "/areas/kernow/rollout/partners/"),
    Shown("resources", "rollout:resources", "area-lead", "/areas/kernow/rollout/resources/"),
    *RETURNS,
    Shown("audit of the area", "audit:area", "area-lead", "/areas/kernow/audit/"),
    Shown("releases of the area", "releases:area-list", "practitioner", "/areas/kernow/releases/"),
    Shown("release of the area", "releases:area-release", "area-lead", "{release-area}"),
    Shown("rule of the area", "releases:area-rule", "area-lead", "/areas/kernow/releases/rule/"),
    Shown(
        "rule of the area, mistakes",
        "releases:area-rule",
        "finance-lead",
        "/areas/kernow/releases/rule/",
        press("Choose this rule"),
    ),
    Shown("releases", "releases:list", "board-member", "/network/releases/"),
    Shown("releases, nothing found", "releases:list", "evaluator", "/network/releases/?page=1&area=nowhere"),
    Shown("release", "releases:release", "board-member", "{release}"),
    Shown("another area", "areas:overview", "area-lead", "/areas/bristol/", status=404),
    Shown("not allowed", "programme:board", "budget-holder", "/programme/", status=403),
    Shown("not found", "wagtail_serve", "carer", "/no-such-page/", status=404),
]
NETWORK = [
    Shown("network", "network:start", "network-manager", "/network/"),
    Shown("load", "network:load", "network-manager", "/network/load/"),
    Shown("load, mistake", "network:load", "network-manager", "/network/load/", press("Check and load")),
    Shown("area to be suspended", "network:area-state", "network-manager", "/network/areas/kernow/state/"),
    Shown("new area", "network:new-area", "network-manager", "/network/areas/new/"),
    Shown("new area, mistakes", "network:new-area", "network-manager", "/network/areas/new/", press("Add the area")),
    Shown("people", "accounts:people", "network-manager", "/network/people/"),
    Shown("people, nobody found", "accounts:people", "network-manager", "/network/people/?q=zzzz"),
    Shown("invite", "accounts:invite", "network-manager", "/network/people/invite/"),
    Shown(
        "invite, mistakes",
        "accounts:invite",
        "network-manager",
        "/network/people/invite/",
        press("Send the invitation"),
    ),
    Shown("withdraw an invitation", "accounts:withdraw", "network-manager", "{withdraw}"),
    Shown("end a role of the network", "accounts:end-role", "network-manager", "{end-network-role}"),
    Shown("audit", "audit:network", "network-manager", "/network/audit/"),
    Shown("rule of a data set", "releases:data-set-rule", "network-manager", "/network/releases/rule/"),
    Shown("audit, nothing found", "audit:network", "network-manager", "/network/audit/?from=2035-01-01"),
    Shown("jobs", "jobs:list", "network-manager", "/jobs/"),
    Shown("jobs, none", "jobs:list", "evaluator", "/jobs/"),
    *(
        Shown(f"job, {state}", "jobs:job", "network-manager", f"{{job-{state}}}")
        for state in ("waiting", "running", "counting", "stopping", "done", "failed", "cancelled")
    ),
]
GALLERY = [
    Shown("gallery", "ui:gallery", "operator", "/gallery/"),
    Shown("gallery, tables open", "ui:gallery", "operator", "/gallery/", open_all_details),
    Shown("gallery, form", "ui:gallery-form", "operator", "/gallery/form/"),
    Shown("gallery, form with mistakes", "ui:gallery-form", "operator", "/gallery/form/", press("Send")),
    Shown("gallery, Easy Read", "ui:gallery-easy-read", "operator", "/gallery/easy-read/"),
    *(Shown(f"refusal, {page}", "ui:gallery-refusal", "operator", f"/gallery/refusals/{page}/") for page in REFUSALS),
]
ALL = [*PUBLIC, *WAYS_IN, *OWN_ACCOUNT, *BOARD_AND_AREA, *NETWORK, *GALLERY]

# Routes that answer GET and have no entry above, each with the reason.
A_FILE = "a file to download, no page"
ELSEWHERE = {
    "api_pages:calendar": A_FILE,
    "api_pages:documentation-file": A_FILE,
    "programme:milestones-calendar": A_FILE,
    "your_turn:feed": "a feed, for readers of feeds",
    "jobs:cancel": "test_axe: stopping a job asks first",
    "accounts:staff-session": "test_axe: an operator's timed session",
    "account_reauthenticate": "test_axe: asked for the password again",
    "mfa_activate_totp": "test_axe: two-step sign-in, step by step",
    "mfa_deactivate_totp": "test_axe: two-step sign-in, step by step",
    "mfa_view_recovery_codes": "test_axe: two-step sign-in, step by step",
    "mfa_generate_recovery_codes": "test_axe: two-step sign-in, step by step",
    "mfa_authenticate": "test_axe: two-step sign-in, step by step",
    "mfa_reauthenticate": "test_axe: two-step sign-in, step by step",
    "mfa_add_webauthn": "test_axe: a passkey is added",
    "healthz": "for machines",
    "metrics": "for machines",
    "readyz": "for machines",
    "media": A_FILE,
    "ui:gallery-download": A_FILE,
    "jobs:faults": A_FILE,
    "notify:file": A_FILE,
    "notify:go": "leads on to what a notification tells of",
    "audit:network-file": A_FILE,
    "releases:list-file": A_FILE,
    "releases:release-file": A_FILE,
    "releases:area-list-file": A_FILE,
    "releases:area-release-file": A_FILE,
    "accounts:people-download": A_FILE,
    "audit:area-file": A_FILE,
    "programme:download": A_FILE,
    "areas:download": A_FILE,
    "areas:team-download": A_FILE,
    "areas:team-list-template": A_FILE,
    "areas:team-list-current": A_FILE,
    "network:load-template": A_FILE,
    "rollout:download": A_FILE,
    "programme:returns-file": A_FILE,
    "returns_pages:list-file": A_FILE,
    "returns_pages:national": A_FILE,
    "returns_pages:template": A_FILE,
    "returns_pages:version-file": A_FILE,
    "returns_pages:versions-file": A_FILE,
    "rollout:milestones-download": A_FILE,
    "rollout:milestone-moves": A_FILE,
    "rollout:risks-download": A_FILE,
    "programme:network-risks-download": A_FILE,
    "mfa_download_recovery_codes": A_FILE,
    "wagtaildocs_serve": A_FILE,
    "data_rights:download": A_FILE,
    "data_rights:retention-download": A_FILE,
    "drafts:stay": "an empty answer to the page's own script",
    "organisations:download": A_FILE,
    "jobs:status": "a part of a job's page, not a page",
    "accounts:editors-account": "leads on to /me/",
    "account_set_password": "leads on: every account has a password",
    "account_confirm_login_code": "leads on: no codes by e-mail are sent",
    "mfa_edit_webauthn": "test_sign_in_journey: a passkey",
    "mfa_remove_webauthn": "accounts:remove-passkey answers at its address",
    "accounts:remove-passkey": "test_sign_in_journey: a passkey",
    "accounts:acting": "test_sign_in_journey: acting for somebody",
    "accounts:representation-end": "test_sign_in_journey: acting for somebody",
    "areas:representative-end": "draws the same page as accounts:representation-end",
    "mfa_reauthenticate_webauthn": "needs a passkey's own device",
    "mfa_login_webauthn": "JSON for the sign-in page",
    "wagtailcore_authenticate_with_password": "no page of the site has a password of its own",
    "wagtaildocs_authenticate_with_password": "no document has a password of its own",
    **dict.fromkeys(
        (
            "socialaccount_signup",
            "openid_connect_login",
            "openid_connect_callback",
            "django.views.generic.base.RedirectView",
        ),
        "signing in by another organisation is set up in no network yet",
    ),
}
