"""Pages of the knowledge base, and of making it."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

EDITOR = "knowledge-editor"
SHOWN = [
    Shown("knowledge base", "wagtail_serve", "", "/knowledge/"),
    Shown("knowledge base, topic", "wagtail_serve", "", "/knowledge/planning/"),
    Shown("knowledge base, resource", "wagtail_serve", "", "{knowledge-resource}", open_all_details),
    Shown("knowledge base, Easy Read", "wagtail_serve", "", "{knowledge-easy-read}", open_all_details),
    Shown("knowledge base, translation", "wagtail_serve", "", "{knowledge-translation}", open_all_details),
    Shown("knowledge base, learning", "wagtail_serve", "practitioner", "{knowledge-learning}"),
    Shown("what is being made", "knowledge:drafts", EDITOR, "/knowledge/making/"),
    Shown("how it is made", "knowledge:making", EDITOR, "{making}"),
    Shown("ask a reviewer", "knowledge:ask", EDITOR, "{making-ask}"),
    Shown("ask a reviewer, mistakes", "knowledge:ask", EDITOR, "{making-ask}", press("Send the link")),
    Shown("begin another version", "knowledge:start-version", EDITOR, "{making-versions}"),
    Shown("begin another version, mistake", "knowledge:start-version", EDITOR, "{making-versions}", press("Begin it")),
    Shown("take a reviewer's link back", "knowledge:take-back", EDITOR, "{making-take-back}"),
    Shown("explain a finding", "knowledge:explain", EDITOR, "{making-explain}"),
    Shown("explain a finding, mistake", "knowledge:explain", EDITOR, "{making-explain}", press("Keep the explanation")),
    Shown("review by a link", "knowledge:review", "", "{knowledge-review}"),
    Shown("review by a link, mistakes", "knowledge:review", "", "{knowledge-review}", press("Send my answer")),
    Shown("review by a link that is over", "knowledge:review", "", "/knowledge/review/unknown/", status=410),
    Shown("page as a reviewer reads it", "knowledge:review-page", "", "{knowledge-review-page}"),
    Shown("knowledge base, nothing found", "wagtail_serve", "", "/knowledge/?q=zzzz&kind=story"),
    Shown("we used this, mistake", "knowledge:use", "practitioner", "{used}", press("Put it on the page")),
    Shown("take a use off", "knowledge:use-remove", "practitioner", "{used}kernow/remove/"),
    Shown("did it help, mistake", "knowledge:opinion", "", "{helped}", press("Send my answer")),
    Shown("what readers say", "knowledge:said", EDITOR, "/knowledge/said/"),
    Shown("what readers say of one", "knowledge:said-of", EDITOR, "{said-of}"),
    Shown("take a use off, by an editor", "knowledge:use-take-off", EDITOR, "{take-off}"),
    Shown("resources to be reviewed", "knowledge:due", EDITOR, "/knowledge/due/"),
    Shown("review of a resource, mistake", "knowledge:review-due", EDITOR, "{review-due}", press("Keep my answer")),
    Shown("searches without a result", "find:unanswered", EDITOR, "/search/without-results/"),
]
NO_PAGES = {
    "knowledge:print": A_FILE,
    "knowledge:audio": A_FILE,
    "knowledge:review-audio": A_FILE,
    "knowledge:feed": "a feed, for readers of feeds",
    "knowledge:list-file": A_FILE,
    "knowledge:said-file": A_FILE,
    "knowledge:due-file": A_FILE,
    "find:unanswered-file": A_FILE,
    "sitemap": "for machines",
    "robots": "for machines",
}
