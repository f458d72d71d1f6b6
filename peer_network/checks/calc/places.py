"""House addresses and postcodes."""

import re
from collections.abc import Iterator

from peer_network.checks.calc.known import postcode_areas

_SAID = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_FIGURE = rf"(?:[0-9]|{_SAID})"
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(?P<area>[A-Z]{1,2})(?P<district>[0-9][A-Z0-9]?)(?:[ ]{0,3}|\s?[-.,/_*+]\s?|\s(?:then"
    r"|space|and)\s|\s?\(space\)\s?)"
    r"(?P<sector>[0-9O])(?P<unit>[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_APART = re.compile(
    rf"(?<![A-Za-z0-9])(?P<area>[A-Z](?:[ .-]{{0,2}}[A-Z])?)[ .-]{{1,3}}(?P<district>{_FIGURE}(?:["
    rf" .-]{{0,2}}[A-Z0-9]| {_SAID})?)[ .,-]{{1,4}}(?P<sector>{_FIGURE})"
    r"[ .-]{0,3}(?P<unit>[ABD-HJLNP-UW-Z][ .-]{0,2}[ABD-HJLNP-UW-Z])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NOT_UNITS = {
    "ST",
    "ND",
    "RD",
    "TH",
    "HR",
    "YR",
    "AS",
    "AT",
    "AN",
    "BY",
    "GO",
    "HE",
    "SO",
    "TO",
    "UP",
    "US",
    "WE",
    "BE",
    "NO",
    "AD",
    "DO",
}
_ORDINALS = {"ST", "ND", "RD", "TH", "HR", "YR"}

_SURE = (
    "street|str|road|rd|avenue|ave|lane|ln|crescent|cres|cresent|terrace|terr|gardens|gdns|grove|mews|wharf"
    "|quay|parade|boulevard|villas"
    "|cottages|drive|close|square|cul de sac"
)
_UNSURE = (
    "st|way|place|pl|cl|dr|court|ct|hill|park|row|walk|rise|view|green|mount|yard|orchard|meadows?|fields?"
    "|end|bank|croft|buildings|house|common"
    "|broadway|gate|side|vale|dale|heights|circus|estate|passage|path|loop|approach|chase|reach|brow|fold"
    "|garth|wynd|esplanade|promenade"
    "|mead|leys?|cottage|lodge|barn|farm|terrace|mill|tower|point"
)
_NUMBER = (
    r"(?:(?:no|nos|number|num|nr|house|flat|apartment|apt|unit|room|plot)\.?\s?#?)?(?P<number>[0-9]{1,4}"
    r"(?:\s?[a-hA-H])?(?:\s?[-/]\s?[0-9]{1,4}[a-hA-H]?)?)"
)
_NAMES = (
    r"(?:(?:the|st\.?|upper|lower|old|new|great|little|north|south|east|west)\s)?(?:[A-Za-z][A-Za-z'.-]{1,20}\s){1,3}"
)
_CAPITALS = r"(?:(?:St\.?|The|the|of|de|Old|New)\s){0,2}(?:[A-Z][A-Za-z'.-]{1,20}\s){1,3}"
_ANY_CASE = re.compile(rf"(?<![\w£.:])(?i:{_NUMBER},?\s{{1,2}}{_NAMES}(?P<kind>{_SURE}))(?![A-Za-z])")
_CAPITAL = re.compile(rf"(?<![\w£.:])(?i:{_NUMBER}),?\s{{1,2}}{_CAPITALS}(?P<kind>(?i:{_SURE}|{_UNSURE}))(?![A-Za-z])")
_SAID_NUMBER = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen"
    "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven"
    "|eight|nine))?"
    "|(?:a|one) hundred(?: and [a-z]{3,9}(?:[ -][a-z]{3,5})?)?)"
)
_SAID_CAPITAL = re.compile(
    rf"(?<![\w£])(?i:(?:number |flat )?{_SAID_NUMBER}),?\s{_CAPITALS}(?P<kind>(?i:{_SURE}|{_UNSURE}))(?![A-Za-z])"
)
_LIVES = re.compile(
    r"\b(?:i|we|she|he|they|who|mum|dad|nan|gran|family|son|daughter|brother|sister|partner)?\s?(?i:live|lives"
    r"|living|lived|moved|moving|stay|staying|stays|reside|resides|address(?: is|:)?|house is|home is|flat is"
    r"|find (?:me|us|him|her)|come (?:round )?to|round (?:to|at)|send (?:it|them) to|post (?:it|them) to"
    r"|deliver(?:ed)? to|based)\b[^.!?\n]{0,30}$"
)
_LIVING = re.compile(
    rf"\b(?i:live|lives|living|lived|moved|stay|staying|address is|address:|house is|home is|come)\s(?i:at|on"
    rf"|in|to|is|down|up|along|off)\s(?P<at>(?i:number )?{_CAPITALS}(?i:{_SURE}|way|place|court|hill|row|walk"
    rf"|rise|view|park|cottage|house|lodge|farm))(?![A-Za-z])"
)
_FLAT = re.compile(
    r"\b(?i:flat|apartment|apt|unit|room|caravan|plot|lodge|chalet|bedsit)\.?\s(?i:no\.?\s"
    r"|number\s)?[0-9]{1,3}[a-dA-D]?,?\s(?:(?:at|in|of|the)\s)?[A-Z][A-Za-z'-]{1,20}"
    r"(?:\s[A-Z][A-Za-z'-]{1,20}){0,3}"
)
_NAMED_HOUSE = re.compile(
    rf"\b(?:The\s)?(?:[A-Z][A-Za-z'-]{{1,20}}\s){{1,2}}(?:Cottage|House|Lodge|Barn|Farm|Farmhouse|Rectory"
    rf"|Vicarage|Bungalow|Villa|Mill|Manor),?\s{_CAPITALS}(?i:{_SURE}|way|place|court|hill|row|walk|rise)"
    rf"(?![A-Za-z])"
)
_LOOSE = re.compile(rf"(?<![\w£.:])(?i:{_NUMBER},?\s{{1,2}}{_NAMES}(?P<kind>{_UNSURE}))(?![A-Za-z])")
_NOT_STREETS = re.compile(
    r"(?i)\b(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|miles?|people|times|of|in|on|a|an|per"
    r"|and|or|to|from|by|my|your|our|his|her|their"
    r"|is|was|are|were|have|has|had|more|other|different|small|big|long|narrow|busy|quiet|off|down|up|across"
    r"|for|with|that|this|these|those|steps"
    r"|car|parked|metres|yards|lorries|cars|houses|doors|shops|local|main|very|close|one|good|bad|new builds"
    r"|am|pm|pounds|per cent|percent|it)\s"
)


def postcodes(text: str) -> Iterator[tuple[int, int]]:
    """Where whole postcodes stand in a plain text; the area half alone is none."""
    for found in (*_POSTCODE.finditer(text), *_APART.finditer(text)):
        area, unit = re.sub(r"[^A-Z]", "", found["area"].upper()), re.sub(r"[^A-Z]", "", found["unit"].upper())
        small = found["unit"].islower() and " " in found[0]
        if area in postcode_areas() and not (
            unit in _ORDINALS or (small and found["area"].islower() is False and unit in _NOT_UNITS)
        ):
            yield found.start(), found.end()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where house addresses stand in a plain text."""
    for found in (*_CAPITAL.finditer(text), *_SAID_CAPITAL.finditer(text)):
        yield found.start(), found.end()
    for found in _ANY_CASE.finditer(text):
        if not _NOT_STREETS.search(text, found.end("number"), found.start("kind")):
            yield found.start(), found.end()
    for found in _LOOSE.finditer(text):
        lives = _LIVES.search(text[max(0, found.start() - 60) : found.start()])
        if lives and not _NOT_STREETS.search(text, found.end("number"), found.start("kind")):
            yield found.start(), found.end()
    for found in (*_FLAT.finditer(text), *_NAMED_HOUSE.finditer(text)):
        yield found.start(), found.end()
    for found in _LIVING.finditer(text):
        yield found.start("at"), found.end("at")
