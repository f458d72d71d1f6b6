"""Pages of offers, requests, the matching, fair shares and the network's picture."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

OFFERS, REQUESTS, MATCHING = "/timebank/offers/", "/timebank/requests/", "/timebank/matching/"
SHARES = "/timebank/fair-shares/"
SHOWN = [
    Shown("time bank, of the board", "timebank:start", "board-member", "/timebank/"),
    Shown("time bank, of the manager", "timebank:start", "network-manager", "/timebank/"),
    Shown("offers", "timebank:offers", "area-lead", OFFERS),
    Shown("offers, none of these", "timebank:offers", "board-member", f"{OFFERS}?topic=evaluation&account=swindon"),
    Shown("offer, own", "timebank:offer", "area-lead", "{timebank-offer}"),
    Shown("offer, of another", "timebank:offer", "area-lead-bristol", "{timebank-offer}"),
    Shown("offer help", "timebank:offer-new", "area-lead", f"{OFFERS}new/"),
    Shown("offer help, mistakes", "timebank:offer-new", "area-lead", f"{OFFERS}new/", press("Offer help")),
    Shown("change an offer", "timebank:offer-change", "area-lead", "{timebank-offer}change/"),
    Shown("list an offer for longer", "timebank:offer-extend", "area-lead", "{timebank-offer}extend/"),
    Shown("withdraw an offer", "timebank:offer-withdraw", "area-lead", "{timebank-offer}withdraw/"),
    Shown("requests", "timebank:requests", "area-lead", REQUESTS),
    Shown("request, own", "timebank:request", "area-lead", "{timebank-request}"),
    Shown("request, of another", "timebank:request", "area-lead-bristol", "{timebank-request}"),
    Shown("ask for help", "timebank:request-new", "area-lead", f"{REQUESTS}new/"),
    Shown("ask for help, mistakes", "timebank:request-new", "area-lead", f"{REQUESTS}new/", press("Ask for help")),
    Shown("change a request", "timebank:request-change", "area-lead", "{timebank-request}change/"),
    Shown("list a request for longer", "timebank:request-extend", "area-lead", "{timebank-request}extend/"),
    Shown("withdraw a request", "timebank:request-withdraw", "area-lead", "{timebank-request}withdraw/"),
    Shown("what leaves the list", "timebank:ending", "network-manager", "/timebank/ending/"),
    Shown("offer oneself", "timebank:giving-new", "carer", "/timebank/giving/new/"),
    Shown("offer oneself, mistakes", "timebank:giving-new", "carer", "/timebank/giving/new/", press("Send")),
    Shown("take one's offer back", "timebank:giving-stop", "carer", "{timebank-giving-stop}"),
    Shown("matching", "timebank:matching", "network-manager", MATCHING, open_all_details),
    Shown("matching run", "timebank:run", "network-manager", "{timebank-run}", open_all_details),
    Shown("matching run, of the board", "timebank:run", "board-member", "{timebank-run}"),
    Shown("pin a pair", "timebank:pair-pin", "network-manager", "{timebank-pair}pin/"),
    Shown("refuse a pair", "timebank:pair-refuse", "network-manager", "{timebank-pair}refuse/", press("Refuse it")),
    Shown("matches for us", "timebank:proposals", "area-lead", "/timebank/proposals/"),
    Shown("match", "timebank:proposal", "area-lead", "{timebank-proposal}"),
    Shown(
        "say no to a match", "timebank:proposal-decline", "area-lead", "{timebank-proposal}decline/", press("Say no")
    ),
    Shown("fair shares", "timebank:fair-shares", "board-member", SHARES, open_all_details),
    Shown(
        "rule of fair shares", "timebank:fair-shares-rule", "network-manager", f"{SHARES}rule/", press("Set the rule")
    ),
    Shown("record a pledge", "timebank:pledge-new", "network-manager", f"{SHARES}pledges/new/", press("Record it")),
    Shown("who helped whom", "timebank:picture", "board-member", "/timebank/picture/", open_all_details),
]
NO_PAGES = {
    "timebank:offers-file": A_FILE,
    "timebank:requests-file": A_FILE,
    "timebank:mine-file": A_FILE,
    "timebank:ending-file": A_FILE,
    "timebank:run-file": A_FILE,
    "timebank:fair-shares-file": A_FILE,
    "timebank:picture-file": A_FILE,
}
