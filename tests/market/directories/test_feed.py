"""The feed: what is in it, how it is narrowed, and how it answers."""

import pytest
from django.test import Client

from market import listings
from market.directories import ids
from market.models import Offer
from tests.market.directories.standard import faults, needs_standard, page_faults
from tests.queries import count_queries

FULL = {
    "title": "Company in the evening",
    "details": "Two helpers, always the same.",
    "outcomes": ["see_people"],
    "accessibility": ["step_free", "hearing_loop"],
    "accessibility_note": "Ring the bell at the side.",
    "languages": ["en", "kw"],
    "times": ["evening", "weekend"],
    "times_note": "Not on bank holidays.",
    "place": "The Old Chapel, Church Lane",
    "town": "Truro",
    "postcode": "TR1 2AB",
    "is_remote": True,
    "minimum_age": 18,
    "maximum_age": 64,
    "price_note": "Less for two.",
    "places_free": 2,
    "waiting_weeks": 3,
    "how_to_ask": "Ring 01872 000000.",
}


@pytest.fixture
def ask(client):
    def answer(path="", **query):
        return client.get(f"/open-referral/{path}", query)

    return answer


def names(answer):
    return [each["name"] for each in answer.json()["contents"]]


@needs_standard
def test_every_document_of_the_feed_is_as_the_standard_says(ask, offer):
    offer(**FULL)
    offer(title="Free group", unit="free", price_pence=0, comes_to_you=False)
    offer(title="Ask us", price_pence=None)
    for path, schema in (
        ("services", "service_list"),
        ("services?full=true", "service"),
        ("services?minimal=true", "service_list"),
        ("organizations", "organization_list"),
        ("organizations?full=true", "organization"),
        ("service_at_locations", "service_at_location_list"),
        ("service_at_locations?full=true", "service_at_location"),
    ):
        page = ask(path).json()
        assert page["contents"], path
        assert page_faults(schema, page) == [], path
    for path, schema in (
        ("services", "service"),
        ("organizations", "organization"),
        ("service_at_locations", "service_at_location"),
    ):
        for each in ask(path).json()["contents"]:
            assert faults(schema, ask(f"{path}/{each['id']}").json()) == [], path


@needs_standard
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"search": "company"}, ["Company in the evening"]),
        ({"taxonomy_term_id": str(ids.of_term("needs", "therapy"))}, ["Art therapy"]),
        ({"taxonomy_term_id": str(ids.of_term("groups", "mental_health"))}, ["Art therapy"]),
        ({"taxonomy_id": str(ids.of_list("outcomes"))}, ["Company in the evening"]),
        ({"taxonomy_id": "11111111-1111-4111-8111-111111111111"}, []),
        ({"minimum_age": "18"}, ["Company in the evening"]),
        ({"minimum_age": "19"}, []),
        ({"maximum_age": "17.5"}, ["Art therapy"]),
        ({"day": "SA"}, ["Company in the evening"]),
        ({"day": "MO", "end_time": "17:00"}, ["Art therapy"]),
        ({"start_time": "17:00", "end_time": "22:00"}, ["Company in the evening"]),
        ({"start_time": "17:00", "day": "SA", "end_time": "17:00"}, []),
        ({"postcode": "TR1 9ZZ"}, ["Company in the evening"]),
        ({"modified_after": "2001-01-01T00:00:00Z", "search": "art"}, ["Art therapy"]),
        ({"modified_after": "2999-01-01"}, []),
    ],
)
def test_services_are_narrowed_as_the_standard_says(ask, offer, query, found):
    offer(**FULL)
    offer(
        title="Art therapy",
        needs=["therapy"],
        groups=["mental_health"],
        times=["daytime"],
        minimum_age=5,
        maximum_age=17,
    )
    page = ask("services", **query)
    assert names(page) == found
    assert page_faults("service_list", page.json()) == []


def test_services_of_one_organisation(ask, offer):
    mine = offer(title="Ours")
    offer(title="Another's")
    assert names(ask("services", organization_id=str(mine.provider.public_id))) == ["Ours"]


def test_a_service_says_what_its_offer_says(ask, offer):
    made = offer(**FULL)
    found = ask(f"services/{made.public_id}").json()
    assert found["fees"] == "£14.50 an hour. Less for two."
    assert found["cost_options"][0]["amount"] == 14.5
    assert (found["minimum_age"], found["maximum_age"]) == (18, 64)
    assert found["alert"] == "Places free now: 2. Weeks to wait: 3."
    assert [area["name"] for area in found["service_areas"]] == ["NHS Kernow"]
    assert [each["name"] for each in found["languages"]] == ["English", "Cornish"]
    evening, weekend = found["schedules"]
    assert (evening["byday"], evening["opens_at"], evening["closes_at"]) == (
        "MO,TU,WE,TH,FR,SA,SU",
        "17:00:00",
        "22:00:00",
    )
    assert (weekend["byday"], weekend["opens_at"]) == ("SA,SU", "09:00:00")
    place, remote = found["service_at_locations"]
    address = place["location"]["addresses"][0]
    assert (address["address_1"], address["city"], address["postal_code"]) == (
        "The Old Chapel, Church Lane",
        "Truro",
        "TR1 2AB",
    )
    assert remote["location"]["location_type"] == "virtual"
    terms = {(each["link_type"], each["taxonomy_term"]["code"]) for each in found["attributes"]}
    assert {("need", "care_at_home"), ("payment", "direct_payment"), ("outcome", "see_people")} <= terms


def test_what_is_not_shown_is_not_in_the_feed(ask, offer):
    made = offer()
    Offer.objects.filter(pk=made.pk).update(state="paused")
    listings.refresh(made)
    for path in ("services", "organizations", "service_at_locations"):
        assert ask(path).json()["empty"] is True
    answer = ask(f"services/{made.public_id}")
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_nobody_who_wrote_or_checked_is_in_the_feed(ask, offer, person):
    made = offer()
    writer = person("provider-editor", organisation=made.provider.organisation)
    writer.name = "Morwenna Trelawney"
    writer.save()
    made.editions.update(written_by=writer, checked_by=writer, check_note="Morwenna rang them")
    text = ask(f"services/{made.public_id}").content.decode() + ask("organizations", full="true").content.decode()
    assert "Morwenna" not in text


def test_ids_stay_the_same(ask, offer):
    made = offer(**FULL)
    first = ask(f"services/{made.public_id}").json()
    listings.refresh(made)
    assert ask(f"services/{made.public_id}").json() == first
    assert len({each["id"] for each in first["attributes"]}) == len(first["attributes"])


def test_pages_follow_one_another_without_gap_or_repetition(ask, offer):
    for number in range(5):
        offer(title=f"Offer {number}")
    pages = [ask("services", page=number, per_page=2).json() for number in (1, 2, 3, 4)]
    assert [name for page in pages for name in (each["name"] for each in page["contents"])] == [
        f"Offer {n}" for n in range(5)
    ]
    assert [(page["first_page"], page["last_page"], page["empty"]) for page in pages] == [
        (True, False, False),
        (False, False, False),
        (False, True, False),
        (False, True, True),
    ]
    assert (pages[0]["total_items"], pages[0]["total_pages"], pages[2]["size"]) == (5, 3, 1)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"page": "0"}, "page"),
        ({"page": "two"}, "page"),
        ({"per_page": "501"}, "per_page"),
        ({"per_page": "101", "full": "true"}, "per_page"),
        ({"minimal": "yes"}, "minimal"),
        ({"modified_after": "yesterday"}, "modified_after"),
        ({"taxonomy_term_id": "needs"}, "taxonomy_term_id"),
        ({"minimum_age": "-1"}, "minimum_age"),
        ({"start_time": "9am"}, "start_time"),
        ({"day": "Monday"}, "day"),
        ({"postcode": "somewhere over"}, "postcode"),
        ({"postcode": "TR1 2AB", "proximity": "500"}, "proximity"),
        ({"format": "ndjson"}, "format"),
        ({"colour": "green"}, "colour"),
        ({"search": "\x00"}, "search"),
    ],
)
def test_a_wrong_parameter_is_refused_with_what_to_write(ask, query, parameter, db):
    answer = ask("services", **query)
    assert answer.status_code == 400
    assert [each["parameter"] for each in answer.json()["errors"]] == [parameter]
    assert answer.json()["errors"][0]["says"].endswith(".")
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_the_root_says_which_standard_and_where_it_is_described(ask, db):
    answer = ask()
    about = answer.json()
    assert about["version"] == "HSDS-UK-3.0"
    assert about["openapi_url"].endswith("/open-referral/openapi.json")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "application/json"


def test_the_description_is_valid_and_names_every_address(ask, db):
    import schemathesis

    document = ask("openapi.json").json()
    operations = {each.ok().path for each in schemathesis.openapi.from_dict(document).get_all_operations()}
    assert operations == {
        "/",
        *(
            f"/{name}{tail}"
            for name in ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
            for tail in ("", "/{id}")
        ),
    }


def test_somebody_who_has_it_already_gets_nothing_again(client, offer):
    offer()
    first = client.get("/open-referral/services")
    assert "max-age=60" in first["Cache-Control"]
    assert first["Last-Modified"]
    again = client.get("/open-referral/services", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
    offer(title="A new one")
    assert client.get("/open-referral/services", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_taxonomies_are_our_fixed_lists(ask, db):
    page = ask("taxonomies").json()
    assert [each["name"] for each in page["contents"]][:2] == ["Kinds of support", "Groups of people"]
    whole = ask(f"taxonomies/{ids.of_list('mechanisms')}").json()
    assert [each["code"] for each in whole["taxonomy_terms"]] == [
        "notional", "individual_service_fund", "third_party", "direct_payment", "own_money"
    ]  # fmt: skip
    term = ask(f"taxonomy_terms/{ids.of_term('needs', 'payroll')}").json()
    assert (term["name"], term["taxonomy_id"]) == ("Payroll", str(ids.of_list("needs")))
    assert ask("taxonomy_terms", per_page=5, page=2).json()["size"] == 5


def test_there_is_nothing_at_other_addresses_and_it_says_so_in_json(db):
    for path in ("services/x", "services/11111111-1111-4111-8111-111111111111", "phones", "taxonomies/1", "services/"):
        answer = Client().get(f"/open-referral/{path}")
        assert (answer.status_code, answer.json()["status"]) == (404, 404), path


@pytest.mark.parametrize(
    "path", ["services", "services?full=true", "organizations?full=true", "service_at_locations?full=true"]
)
def test_the_feed_asks_as_often_for_many_as_for_one(client, offer, path):
    one = offer(**FULL)
    few = count_queries(client, f"/open-referral/{path}")
    for _ in range(6):
        offer(**FULL)
        offer(of=one.provider, **FULL)
    assert count_queries(client, f"/open-referral/{path}") == few
