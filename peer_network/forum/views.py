"""The front of the room."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse

from accounts.access import methods, requires
from accounts.permissions import Permission
from peer_network.forum import reading
from peer_network.joining.access import joined
from peer_network.models import Space, Topic
from peer_network.pages import page


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def start(request: HttpRequest) -> HttpResponse:
    """What is new for this member, and the spaces."""
    return page(request, "peer_network/forum/start.html", {"spaces": Space.objects.open_now()})


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def topic(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A topic, a page of posts at a time."""
    found = Topic.objects.shown().select_related("space").filter(public_id=public_id).first()
    if found is None or not reading.may_read(found.space, request.member, request.access):
        raise Http404("No such topic.")
    posts = found.posts.shown().select_related("author").order_by("position")[:20]
    return page(request, "peer_network/forum/topic.html", {"topic": found, "posts": posts})
