"""Pages of finding support, of conversations of two, of groups and events, and of shared files: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, fill, open_all_details, press, then

CARER, HELPER = "carer", "peer-supporter"
ANSWERS = "company=learn&where=either&when=any&group=any"

SHOWN = [
    Shown("find support, question", "peers:find-support", "", "/peers/find-support/", press("Next")),
    Shown("find support, Easy Read", "peers:find-support", "", "/peers/find-support/?easy-read=1&company=one"),
    Shown("find support, answer", "peers:find-support", "", f"/peers/find-support/?{ANSWERS}", open_all_details),
    Shown("peer supporters", "peers:supporters", CARER, "/peers/supporters/"),
    Shown("peer supporters, none fit", "peers:supporters", CARER, "/peers/supporters/?experience=mind&taking=1"),
    Shown("peer supporter", "peers:supporter", CARER, "{peers-supporter}"),
    Shown("own profile", "peers:profile", HELPER, "/peers/supporters/me/"),
    Shown(
        "own profile, a telephone number",
        "peers:profile",
        HELPER,
        "/peers/supporters/me/",
        then(fill("About you", "Ring 01632 960123"), press("Send it to a moderator")),
    ),
    Shown("groups", "peers:groups", "", "/peers/groups/"),
    Shown("groups, none fit", "peers:groups", CARER, "/peers/groups/?area=swindon&kind=coaches"),
    Shown("group", "peers:group", CARER, "{peers-group}"),
    Shown("group, own", "peers:group", CARER, "{peers-group-own}"),
    Shown("propose a group", "peers:group-new", CARER, "/peers/groups/new/", press("Send it to a moderator")),
    Shown("change a group", "peers:group-change", CARER, "{peers-group-own}change/"),
    Shown("take a group off the list", "peers:group-take-back", CARER, "{peers-group-own}take-back/"),
    Shown("own groups and events", "peers:gatherings-mine", CARER, "/peers/groups/mine/"),
    Shown("ask to come", "peers:group-ask", CARER, "{peers-group}ask/"),
    Shown("events", "peers:events", "", "/peers/events/"),
    Shown("event", "peers:event", CARER, "{peers-event}"),
    Shown("event, own", "peers:event", CARER, "{peers-event-own}"),
    Shown(
        "propose an event", "peers:event-new", CARER, "{peers-group-own}events/new/", press("Send it to a moderator")
    ),
    Shown("change an event", "peers:event-change", CARER, "{peers-event-own}change/"),
    Shown("cancel an event", "peers:event-cancel", CARER, "{peers-event-own}cancel/"),
    Shown("conversations", "peers:conversations", CARER, "/peers/conversations/"),
    Shown("conversation", "peers:conversation", CARER, "{peers-conversation}", press("Send")),
    Shown("conversation, asked", "peers:conversation", CARER, "{peers-conversation-asked}"),
    Shown("ask somebody to write", "peers:conversation-ask", CARER, "{peers-conversation-ask}"),
    Shown("end a conversation", "peers:conversation-end", CARER, "{peers-conversation}end/"),
    Shown("report a message", "peers:message-report", CARER, "{peers-message-report}"),
    Shown("help with writing", "peers:writing", CARER, "/peers/writing/"),
    Shown("help with writing, agree", "peers:writing-agree", CARER, "{peers-agree}", press("I agree")),
    Shown("help with writing, end", "peers:writing-end", CARER, "{peers-writing-end}"),
    Shown("help with writing, where", "peers:writing-write", HELPER, "{peers-writing-write}"),
    Shown("help with writing, write", "peers:writing-write", HELPER, "{peers-writing-reply}"),
    Shown("help with writing, a post", "peers:writing-post", CARER, "{peers-writing-post}"),
    Shown("shared files", "peers:files", CARER, "/peers/files/"),
    Shown("shared files, none fit", "peers:files", CARER, "/peers/files/?q=zzzz"),
    Shown("shared file", "peers:file", CARER, "{peers-file}"),
    Shown("share a file", "peers:file-new", CARER, "/peers/files/new/", press("Go on")),
    Shown("share a file, look once more", "peers:file-check", CARER, "{peers-file-check}"),
    Shown("own files", "peers:files-mine", CARER, "/peers/files/mine/"),
    Shown("delete a file", "peers:file-take-back", CARER, "{peers-file-check}../take-back/"),
]
NO_PAGES: dict[str, str] = {
    **dict.fromkeys(("peers:events-file", "peers:file-download", "peers:file-look"), A_FILE),
}
