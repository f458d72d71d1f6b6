"""Pages of conversations."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from peer_network.forum.weighing import Weighed, closed_words
from peer_network.joining.access import joined, may_write
from peer_network.models import Conversation, LocalGroup, Member, Message
from peer_network.pages import page
from peer_network.support import saying
from peer_network.support.conversations import actions, queries
from peer_network.support.conversations.forms import MessageForm
from peer_network.support.errors import SupportRefused
from ui.navigation import href_or_none

ASK_PAGE = "peer_network/support/ask.html"
State = Conversation.State


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def listed(request: HttpRequest) -> HttpResponse:
    """The member's own conversations."""
    shown = Paginator(queries.of(request.member), queries.ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(row, queries.name_for(row, request.member), row.last_position > row.read_to) for row in shown]
    return page(request, "peer_network/support/conversations.html", {"page": shown, "rows": rows})


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def ask(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask a member to write with you."""
    other = Member.objects.present().filter(public_id=public_id).exclude(pk=request.member.pk).first()
    if other is None:
        raise Http404("There is no such member.")
    return _asked(request, other, None, f"Write to {other.display_name}", reverse("peers:supporters"))


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@may_write
@limited("peers-posting", methods=("POST",))
def ask_group(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask whoever keeps a group whether one may come; neither is named to the other."""
    rows = LocalGroup.objects.shown().filter(public_id=public_id, proposed_by__isnull=False)
    group = rows.select_related("proposed_by").first()
    if group is None:
        raise Http404("There is no such group.")
    back = reverse("peers:group", args=[group.public_id])
    return _asked(request, group.proposed_by, group, f"Ask to come to {group.title}", back)


def _asked(request: HttpRequest, other: Member, group: LocalGroup | None, title: str, back: str) -> HttpResponse:
    form = MessageForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "form_title": title, "back": back, "closed": closed_words()}
    context["is_unnamed"] = group is not None
    if request.method == "POST" and form.is_valid():
        weighed = saying.weighed(request, form, request.member)
        if weighed.asks_again or _is_closed_for(weighed, context):
            return page(request, ASK_PAGE, context | {"weighed": weighed}, status=422)
        try:
            facts = {"body": form.cleaned_data["body"], "about_group": group, "is_crisis": weighed.is_crisis}
            made = actions.ask(asker=request.member, other=other, **facts)
        except SupportRefused as refused:
            form.add_error(None, str(refused))
        else:
            to = reverse("peers:conversation", args=[made.public_id])
            return saying.done(request, weighed, "It is sent. We tell you when they answer.", to)
    return page(request, ASK_PAGE, context, status=422 if form.errors else 200)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
@limited("peers-posting", methods=("POST",))
def one(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A conversation, and writing in it."""
    row = actions.settle_blocks(_find(request, public_id))
    form = MessageForm(request.POST or None)
    context: dict[str, Any] = {"closed": closed_words() if row.state == State.OPEN else ""}
    if request.method == "POST":
        return _write(request, row, form, context)
    shown = _shown(request, row)
    if shown.messages:
        newest = max((each.position or 0) for each in shown.messages)
        actions.mark_read(member=request.member, conversation=row, position=newest)
    return page(request, "peer_network/support/conversation.html", context | _context(request, row, shown, form))


@may_write
def _write(request: HttpRequest, row: Conversation, form: MessageForm, context: dict[str, Any]) -> HttpResponse:
    if form.is_valid():
        weighed = saying.weighed(request, form, request.member)
        if weighed.asks_again or _is_closed_for(weighed, context):
            context["weighed"] = weighed
        else:
            try:
                body, is_crisis = form.cleaned_data["body"], weighed.is_crisis
                actions.send(member=request.member, conversation=row, body=body, is_crisis=is_crisis)
            except SupportRefused as refused:
                form.add_error(None, str(refused))
            else:
                to = reverse("peers:conversation", args=[row.public_id])
                return saying.done(request, weighed, "It is sent.", to)
    shown = _shown(request, row)
    context |= _context(request, row, shown, form)
    return page(request, "peer_network/support/conversation.html", context, status=422)


def _is_closed_for(weighed: Weighed, context: dict[str, Any]) -> bool:
    """While nobody looks after the room nothing is sent, but for words of crisis: these are kept, and help is shown."""
    return bool(context["closed"]) and not weighed.is_crisis


def _shown(request: HttpRequest, row: Conversation) -> queries.MessagesPage:
    wanted = request.GET.get("page", "")
    return queries.page_of(row, request.member, int(wanted) if wanted.isdecimal() and len(wanted) < 7 else None)


def _context(request: HttpRequest, row: Conversation, shown: queries.MessagesPage, form: MessageForm) -> dict[str, Any]:
    member = request.member
    is_gone = None in (row.asker_id, row.other_id)
    return {
        "conversation": row,
        "name": queries.name_for(row, member),
        "shown": shown,
        "form": form if row.state == State.OPEN and not is_gone else None,
        "is_asker": row.asker_id == member.pk,
        "is_gone": is_gone,
        "member": member,
        "agreed_already": row.agreed_again_by_id == member.pk,
        "other_agreed": row.agreed_again_by_id not in (None, member.pk),
    }


@requires(Permission.PEERS_TAKE_PART)
@methods("POST")
@joined
@may_write
def act(request: HttpRequest, public_id: uuid.UUID, verb: str) -> HttpResponse:
    """Agree, say no, pause, or go on."""
    row = _find(request, public_id)
    facts = {"member": request.member, "conversation": row}
    try:
        if verb in ("agree", "decline"):
            actions.answer(agrees=verb == "agree", **facts)
        elif verb == "pause":
            actions.pause(**facts)
        else:
            actions.go_on(**facts)
    except SupportRefused as refused:
        messages.warning(request, str(refused))
    return redirect("peers:conversation", row.public_id)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def end(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """End it, after one more question."""
    row = _find(request, public_id)
    if request.method == "POST":
        actions.end(member=request.member, conversation=row)
        messages.success(request, "The conversation has ended.")
        return redirect("peers:conversations")
    context = {
        "question": "End this conversation?",
        "words": "Nobody can write in it any more. Both of you can still read it. You can ask for a new one.",
        "submit": "End it",
        "back": reverse("peers:conversation", args=[row.public_id]),
    }
    return page(request, "peer_network/support/confirm.html", context)


@requires(Permission.PEERS_TAKE_PART)
@methods("GET", "POST")
@joined
def report(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Before a message is reported: how much a moderator may read."""
    message = queries.find_message(request.member, public_id)
    if message is None or message.state == Message.State.REMOVED:
        raise Http404("There is no such message.")
    to = href_or_none("peers:report", "message", message.public_id) or reverse("peers:conversations")
    if request.method == "POST":
        actions.let_around_be_read(member=request.member, message=message)
        return redirect(to)
    back = reverse("peers:conversation", args=[message.conversation.public_id])
    return page(request, "peer_network/support/report_message.html", {"message": message, "to": to, "back": back})


def _find(request: HttpRequest, public_id: uuid.UUID) -> Conversation:
    row = queries.find(request.member, public_id)
    if row is None:
        raise Http404("There is no such conversation.")
    return row
