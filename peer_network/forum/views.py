"""The front of the room."""

from django.http import HttpRequest, HttpResponse

from accounts.access import methods, requires
from accounts.permissions import Permission
from peer_network.joining.access import joined
from peer_network.models import Space
from peer_network.pages import page


@requires(Permission.PEERS_TAKE_PART)
@methods("GET")
@joined
def start(request: HttpRequest) -> HttpResponse:
    """What is new for this member, and the spaces."""
    return page(request, "peer_network/forum/start.html", {"spaces": Space.objects.open_now()})
