"""What somebody did as an editor of pages: their settings go, the pages' own history keeps their number."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "pages",
    "What you did as an editor of pages",
    own={
        "wagtailcore.APIToken": "user",
        "wagtailadmin.EditingSession": "user",
        "wagtailadmin.FormState": "user",
        "wagtailcore.CommentReply": "user",
        "wagtailcore.Comment": "user",
        "wagtailcore.PageSubscription": "user",
        "wagtailcore.UploadedFile": "uploaded_by_user",
        "wagtailusers.UserProfile": "user",
    },
    numbered={
        "admin.LogEntry": "user",
        "wagtailcore.PageLogEntry": "user",
        "wagtailcore.ModelLogEntry": "user",
        "wagtailcore.Revision": "user",
        "wagtailcore.TaskState": "finished_by",
        "wagtailcore.WorkflowState": "requested_by",
        "wagtaildocs.Document": "uploaded_by_user",
        "knowledge.Picture": "uploaded_by_user",
    },
    why="The history of public pages: who changed one, by number. The pages themselves are the network's words.",
    until="for as long as the page is kept",
    order=45,
)
RELEASES = tables_part(
    "releases",
    "Figures that you published",
    own={},
    numbered={"disclosure.Release": "by", "disclosure.RuleChoice": "by"},
    why="What was published about groups of people is never changed. It knows by number who published it.",
    until="for as long as the network runs",
    order=46,
)
