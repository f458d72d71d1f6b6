"""What moderating comes to, for everybody."""

from django.http import HttpRequest, HttpResponse

from accounts.access import methods, public
from config.today import today
from files import offers, writing
from peer_network import pages
from peer_network.moderation import transparency


@public
@methods("GET")
def page(request: HttpRequest) -> HttpResponse:
    """The last twelve months."""
    context = {"tables": transparency.tables(), "downloads": offers.offers("peers:transparency-file")}
    return pages.page(request, "peer_network/moderation/transparency.html", context)


@public
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same tables as a file."""
    name, title = f"peer-network-transparency-{today()}", "How the peer network is looked after"
    return writing.answer(request, transparency.tables(), ending=ending, name=name, title=title)
