"""House addresses and postcodes."""

import re
from collections.abc import Iterator

from peer_network.checks.calc.known import places, postcode_areas

_SAID = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_FIGURE = rf"(?:[0-9]|{_SAID})"
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(?P<area>[A-Z]{1,2})(?P<district>[0-9][A-Z0-9]?)"
    r"(?:[ ]{0,3}|\s?[-.,/_*+]\s?|\s(?:then|space|and)\s|\s?\(space\)\s?)"
    r"(?P<sector>[0-9O])(?P<unit>[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?<![A-Za-z0-9])(?P<area>[A-Z](?:[ .-]{0,2}[A-Z])?)[ .-]{1,3}"
    rf"(?P<district>{_FIGURE}(?:[ .-]{{0,2}}[A-Z0-9]| {_SAID})?)[ .,-]{{1,4}}(?P<sector>{_FIGURE})"
    r"[ .-]{0,3}(?P<unit>[ABD-HJLNP-UW-Z][ .-]{0,2}[ABD-HJLNP-UW-Z])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"1st|2nd|3rd|[04-9]th|[0-9](?:hr|yr|as|at|an|by|go|he|so|to|up|us|we|be|no|ad|do)", re.IGNORECASE
)

# Kinds of streets that hardly stand for anything else, and those that do.
_SURE = (
    "street|str|road|rd|avenue|ave|lane|ln|crescent|cres|cresent|terrace|terr|gardens|gdns|grove|mews|wharf|quay|parade"
    "|boulevard|villas|cottages|drive|close|square|cul de sac"
)
_UNSURE = (
    "st|way|place|pl|cl|dr|court|ct|hill|park|row|walk|rise|view|green|mount|yard|orchard|meadows?|fields?"
    "|end|bank|croft"
    "|buildings|house|common|broadway|gate|side|vale|dale|heights|circus|estate|passage|path|loop|approach|chase|reach"
    "|brow|fold|garth|wynd|esplanade|promenade|mead|leys?|cottage|lodge|barn|farm|mill|tower|point|wood|downs?"
)
_NUMBER = (
    r"(?:(?:no|nos|number|num|nr|house|flat|apartment|apt|unit|room|plot)\.?\s?#?)?"
    r"(?P<number>[0-9]{1,4}(?:\s?[a-h])?(?:\s?[-/]\s?[0-9]{1,4}[a-h]?)?)"
)
_NAMES = (
    r"(?:(?:the|st\.?|upper|lower|old|new|great|little|north|south|east|west)\s)?(?:[A-Za-z][A-Za-z'.-]{1,20}\s){1,3}"
)
_CAPITALS = r"(?:(?:St\.?|The|the|of|de|Old|New)\s){0,2}(?:[A-Z][A-Za-z'.-]{1,20}\s){1,3}"
_AT = (
    r"(?i:at|to|from|outside|near|round|by|in|on|of|into|is|past|visit|opposite|behind|address:?|lives?|living"
    r"|flat [0-9]{1,3}[a-d]?,?)"
)
_ANY_CASE = re.compile(rf"(?<![\w£.:])(?i:{_NUMBER},?\s{{1,2}}{_NAMES}(?P<kind>{_SURE}))(?![A-Za-z])")
_CAPITAL = re.compile(
    rf"(?<![\w£.:])(?i:{_NUMBER}),?\s{{1,2}}(?P<names>{_CAPITALS})(?P<kind>(?i:{_SURE}|{_UNSURE}))(?![A-Za-z])"
)
_AT_SMALL = re.compile(
    rf"\b{_AT}\s(?P<at>(?i:{_NUMBER},?\s(?:[A-Za-z][A-Za-z'.-]{{2,20}}\s){{1,2}}(?P<kind>{_UNSURE})))(?![A-Za-z])"
)
_IN_A_TOWN = re.compile(
    rf"\b{_AT}\s(?P<at>(?i:{_NUMBER}),?\s[A-Z][a-z'-]{{3,20}},\s(?P<town>[A-Z][a-z'-]{{2,20}}))(?![A-Za-z])"
)
_SAID_NUMBER = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    "(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: and [a-z]{3,9}(?:["
    " -][a-z]{3,5})?)?)"
)
_SAID_CAPITAL = re.compile(
    rf"(?<![\w£])(?i:(?:number |flat )?{_SAID_NUMBER}),?\s{_CAPITALS}(?i:{_SURE})(?![A-Za-z])"
    rf"|\b{_AT}\s(?i:(?:number |flat )?{_SAID_NUMBER}),?\s{_CAPITALS}(?i:{_UNSURE})(?![A-Za-z])"
    rf"|\b(?i:number {_SAID_NUMBER}),?\s{_CAPITALS}(?i:{_UNSURE})(?![A-Za-z])"
)
_LIVING = re.compile(
    r"\b(?i:live|lives|living|lived|moved|stay|staying|address is|address:|house is|home is|come)\s"
    rf"(?i:at|on|in|to|is|down|up|along|off)\s(?P<at>(?i:number )?{_CAPITALS}(?i:{_SURE}|way|place|court|hill"
    rf"|row|walk|rise"
    r"|view|park|cottage|house|lodge|farm))(?![A-Za-z])"
)
_FLAT = re.compile(
    r"\b(?i:flat|apartment|apt|unit|room|caravan|plot|lodge|chalet|bedsit)\.?\s(?i:no\.?\s"
    r"|number\s)?[0-9]{1,3}[a-dA-D]?,?"
    r"\s(?:(?:at|in|of|the)\s)?[A-Z][A-Za-z'-]{1,20}(?:\s[A-Z][A-Za-z'-]{1,20}){0,3}"
)
_NAMED_HOUSE = re.compile(
    r"\b(?:The\s)?(?:[A-Z][A-Za-z'-]{1,20}\s){1,2}(?:Cottage|House|Lodge|Barn|Farm|Farmhouse|Rectory|Vicarage|Bungalow"
    rf"|Villa|Mill|Manor),?\s{_CAPITALS}(?i:{_SURE}|way|place|court|hill|row|walk|rise)(?![A-Za-z])"
)
_NOT_STREETS = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|miles?|people|times|of|in|on|a|an|per|and|or"
    r"|to|from|by"
    r"|my|your|our|his|her|their|is|was|are|were|have|has|had|more|other|different|small|big|long|narrow|busy|quiet|off"
    r"|down|up|across|for|with|that|this|these|those|steps|car|parked|metres|yards|lorries|cars|houses|doors"
    r"|shops|local"
    r"|main|very|close|one|good|bad|new builds|am|pm|pounds|per cent|percent|it|half|whole|full|each|both|per|different"
    r"|empty|nice|council|open|steep|short|great|wrong|right|next|last|best|only|every|the|dog|disabled|cream|same)\s",
    re.IGNORECASE,
)


def postcodes(text: str) -> Iterator[tuple[int, int]]:
    """Where whole postcodes stand in a plain text; the area half alone is none."""
    for found in (*_POSTCODE.finditer(text), *_APART.finditer(text)):
        area, end = re.sub(r"[^A-Z]", "", found["area"].upper()), found["sector"] + found["unit"]
        counts = _COUNTED.fullmatch(end) and not (found["area"] + found["unit"]).isupper()  # "the M25 2nd exit"
        if area in postcode_areas() and not counts:
            yield found.start(), found.end()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where house addresses stand in a plain text."""
    for found in (*_CAPITAL.finditer(text), *_SAID_CAPITAL.finditer(text), *_FLAT.finditer(text)):
        yield found.start(), found.end()
    for found in _ANY_CASE.finditer(text):
        if not _NOT_STREETS.search(text, found.end("number"), found.start("kind")):
            yield found.start(), found.end()
    for found in _AT_SMALL.finditer(text):
        if not _NOT_STREETS.search(text, found.end("number"), found.start("kind")):
            yield found.start("at"), found.end("at")
    for found in _IN_A_TOWN.finditer(text):
        if found["town"].lower() in places():
            yield found.start("at"), found.end("at")
    yield from ((found.start(), found.end()) for found in _NAMED_HOUSE.finditer(text))
    yield from ((found.start("at"), found.end("at")) for found in _LIVING.finditer(text))
