"""Pages of the word lists: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press, then

MODERATOR, HERE = "moderator", "/peers/moderation/words/"

SHOWN = [
    Shown("word lists", "peers:words", MODERATOR, f"{HERE}?list=unkind"),
    Shown("add a line", "peers:words-new", MODERATOR, f"{HERE}new/", then(press("Keep it"), open_all_details)),
    Shown("change a line", "peers:words-line", MODERATOR, "{peers-line}"),
    Shown(
        "try a text",
        "peers:words-try",
        MODERATOR,
        f"{HERE}try/",
        then(
            lambda page: page.get_by_label("A text").fill("I want to die. Ring me on 07700 900123. Get lost."),
            press("Try it"),
        ),
    ),
]
NO_PAGES = {"peers:words-file": A_FILE}
