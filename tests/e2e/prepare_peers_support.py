"""Peer supporters, groups, conversations and files in each state, for the browser."""

import datetime
import io
from typing import Any


def make() -> dict[str, str]:
    """The carer's own, and what somebody else made."""
    from django.urls import reverse

    from accounts.models import User
    from peer_network import rights_samples
    from peer_network.sharing.rights import a_file
    from peer_network.support import rights

    def member(role: str) -> Any:
        return rights_samples.member_of(User.objects.get(email=f"{role}@demo.example"))

    carer, helper, other = member("carer"), member("peer-supporter"), member("budget-holder")
    profile = rights.a_profile(helper)
    own_event, event = rights.an_event(carer), rights.an_event(helper)
    talk = rights.a_conversation(helper, carer)
    asked = rights.a_conversation(other, carer, "asked")
    consent = rights.a_consent(carer, helper)
    topic = rights_samples.a_topic(other)
    written = _written_down(carer, helper, topic)
    at = {"conversation": talk, "conversation-asked": asked, "group-own": own_event.group, "group": event.group}
    routes = {"conversation-asked": "conversation", "group-own": "group"}
    found = {
        f"peers-{name}": reverse(f"peers:{routes.get(name, name)}", args=[row.public_id]) for name, row in at.items()
    }
    return found | {
        "peers-supporter": reverse("peers:supporter", args=[profile.public_id]),
        "peers-agree": reverse("peers:writing-agree", args=[profile.public_id]),
        "peers-event": reverse("peers:event", args=[event.public_id]),
        "peers-event-own": reverse("peers:event", args=[own_event.public_id]),
        "peers-conversation-ask": reverse("peers:conversation-ask", args=[other.public_id]),
        "peers-message-report": reverse("peers:message-report", args=[talk.messages.first().public_id]),
        "peers-writing-end": reverse("peers:writing-end", args=[consent.public_id]),
        "peers-writing-write": reverse("peers:writing-write", args=[consent.public_id]),
        "peers-writing-reply": f"{reverse('peers:writing-write', args=[consent.public_id])}?topic={topic.public_id}",
        "peers-writing-post": reverse("peers:writing-post", args=[written.public_id]),
        "peers-file": reverse("peers:file", args=[a_file(other).public_id]),
        "peers-file-check": reverse("peers:file-check", args=[_draft(carer).public_id]),
    }


def _written_down(member: Any, helper: Any, topic: Any) -> Any:
    from peer_network.forum import showing
    from peer_network.models import Post

    return showing.show(Post.objects.create(topic=topic, author=member, helped_by=helper, body="Hello from me"))


def _draft(member: Any) -> Any:
    """A workbook with a telephone number in it."""
    import xlsxwriter

    from peer_network.sharing import actions

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"author": "Nobody", "created": datetime.datetime(2015, 7, 1)})
    book.add_worksheet("Rota").write_string("A1", "Call 01632 960123")
    book.close()
    values = {"title": "Rota", "purpose": "Nights", "kind": "rota", "groups": []}
    return actions.upload(member=member, source=io.BytesIO(written.getvalue()), name="rota.xlsx", values=values)
