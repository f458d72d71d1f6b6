"""What the time bank asks of somebody today: people who offer their time, proposals that wait for an answer."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most one card of each sort; nothing for whoever acts for no account."""
    access = request.access
    if not access.can(Permission.TIMEBANK_ACT):
        return []
    from timebank.exchange import whose
    from timebank.matching import answers
    from timebank.models import Offer

    mine = whose.accounts_of(access)
    found = []
    asked = Offer.objects.filter(account__in=mine, state=Offer.State.ASKED).count()
    if asked and access.can(Permission.TIMEBANK_CONFIRM):
        words = f"{formats.plural(asked, 'person offers', 'people offer')} to be a mentor for your area."
        found.append(HomeCard("Somebody offers their time", words, "Answer them", reverse("timebank:mine")))
    waiting = answers.waiting_for(mine)
    if waiting:
        words = f"{formats.plural(waiting, 'match waits', 'matches wait')} for your answer in the time bank."
        found.append(HomeCard("Say yes or no to a match", words, "See the matches", reverse("timebank:proposals")))
    return found
