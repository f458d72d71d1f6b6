"""Pages of the time bank's sessions, in each state."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

NEW, RECORD = "/timebank/sessions/new/", "/timebank/sessions/record/"


def _form(name: str, route: str, who: str, path: str, button: str) -> list[Shown]:
    """A form as it is shown, and with mistakes."""
    return [Shown(name, route, who, path), Shown(f"{name}, mistakes", route, who, path, press(button))]


SHOWN = [
    Shown("sessions", "timebank:sessions", "area-lead", "/timebank/sessions/"),
    Shown("sessions, board member", "timebank:sessions", "board-member", "/timebank/sessions/"),
    Shown("sessions, none", "timebank:sessions", "area-lead", "/timebank/sessions/?topic=evaluation&state=disputed"),
    *_form("agree on a session", "timebank:session-new", "area-lead", NEW, "Begin"),
    *_form("record a session", "timebank:session-record", "area-lead", RECORD, "Record it"),
    Shown("session, finding a date", "timebank:session", "area-lead", "{session-dates}"),
    Shown("session, booked", "timebank:session", "area-lead", "{session-booked}", open_all_details),
    Shown("session, waits", "timebank:session", "area-lead", "{session-waiting}"),
    Shown("session, disputed", "timebank:session", "network-manager", "{session-disputed}"),
    Shown("session, confirmed", "timebank:session", "area-lead", "{session-confirmed}", open_all_details),
    Shown("session, confirmed, for others", "timebank:session", "board-member", "{session-confirmed}"),
    Shown("session, cancelled", "timebank:session", "area-lead", "{session-cancelled}"),
    *_form("propose dates", "timebank:session-dates", "area-lead", "{session-dates-form}", "Propose"),
    *_form("change a session", "timebank:session-change", "area-lead", "{session-change-form}", "Save"),
    Shown("other hours", "timebank:session-hours", "area-lead", "{session-hours-form}"),
    *_form("cancel a session", "timebank:session-cancel", "area-lead", "{session-cancel-form}", "Cancel the session"),
    Shown("minutes of a session", "timebank:session-minutes", "area-lead", "{session-minutes-form}"),
    *_form("raise a dispute", "timebank:session-dispute", "area-lead", "{session-dispute-form}", "Raise it"),
    *_form(
        "confirm on behalf",
        "timebank:session-on-behalf",
        "network-manager",
        "{session-on-behalf-form}",
        "Confirm on their behalf",
    ),
    *_form("settle a dispute", "timebank:session-settle", "network-manager", "{session-settle-form}", "Settle it"),
    *_form("feedback", "timebank:session-feedback", "area-lead", "{session-feedback-form}", "Send"),
    *_form("lesson", "timebank:session-lesson", "area-lead", "{session-lesson-form}", "Keep it"),
    *_form("mentors", "timebank:session-mentors", "area-lead", "{session-mentors}", "Name this person"),
    Shown("payment of a mentor", "timebank:session-payment", "area-lead", "{session-payment}"),
    Shown("sessions to confirm", "timebank:confirming", "area-lead", "/timebank/confirming/"),
    Shown("sessions to confirm, none", "timebank:confirming", "network-manager", "/timebank/confirming/"),
    Shown("disputes and silence", "timebank:sessions-watch", "network-manager", "/timebank/sessions/watch/"),
    Shown("session of a mentor", "timebank:giving-session", "carer", "{giving-session}"),
]
NO_PAGES = {
    "timebank:sessions-file": A_FILE,
    "timebank:sessions-watch-file": A_FILE,
    "timebank:confirming-file": A_FILE,
    "timebank:session-calendar": A_FILE,
}
