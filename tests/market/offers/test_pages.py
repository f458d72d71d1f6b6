"""A provider writes an offer page by page; a commissioner reads what changed and decides."""

import datetime
import zipfile
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from market.models import Listing, Offer, OfferEdition, OfferPicture
from market.offers import checking, writing
from market.providers import retention
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
WRITTEN = {
    "name": {"title": "Company in the evening"},
    "summary": {"summary": "Somebody comes to you for the evening. For adults who live alone."},
    "kind": {"needs": ["care_at_home"]},
    "areas": {"areas": ["kernow"], "goes_rural": "on"},
    "price": {"unit": "hour", "price_pence": "14.50"},
    "paying": {"mechanisms": ["direct_payment"]},
    "when": {"availability": ["regular"], "times": ["evening"]},
}


def words(response) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


@pytest.fixture
def mine(provider):
    return provider(name="Tamar Company")


@pytest.fixture
def editor_client(client_as, mine):
    return client_as("provider-editor", organisation=mine.organisation)


@pytest.fixture
def commissioner(client_as, kernow):
    return client_as("commissioner", area=kernow)


def own(offer, rest=""):
    return f"/market/provider/offers/{offer.public_id}/{rest}"


def test_an_offer_is_written_page_by_page_sent_and_published(editor_client, commissioner, mine):
    begun = editor_client.post(f"/market/provider/{mine.public_id}/offers/new/")
    offer = Offer.objects.get()
    assert begun.url == own(offer, "write/name/")
    lacking = words(editor_client.get(own(offer, "preview/")))
    assert "Give it a name." in lacking and "Send it for its check" not in lacking
    address = begun.url
    for key, typed in WRITTEN.items():
        assert address == own(offer, f"write/{key}/")
        address = editor_client.post(address, typed).url
    preview = words(editor_client.get(own(offer, "preview/")))
    assert "£14.50 an hour" in preview and "Goes to villages and the countryside" in preview
    editor_client.post(own(offer, "send/"))
    checks = words(commissioner.get("/market/checks/"))
    assert "Company in the evening" in checks and "5 working days left" in checks
    page = f"/market/checks/offers/{offer.public_id}/"
    assert "£14.50 an hour" in words(commissioner.get(page))
    commissioner.post(page, {"decision": "approve", "note": ""})
    assert Listing.objects.get().goes_rural


def test_what_is_wrong_is_said_and_what_was_typed_stays(editor_client, draft, mine):
    offer = draft(of=mine)
    for step, typed, said in (
        ("kind", {"needs": ["therapy", "payroll", "broker", "advocate"]}, "You ticked 4. Tick up to 3"),
        ("price", {"unit": "hour", "price_pence": "about 14"}, "Enter the price in pounds"),
        ("price", {"unit": "free", "price_pence": "3"}, "You said that it is free"),
        ("who", {"minimum_age": "30", "maximum_age": "20"}, "The oldest age is below the youngest"),
    ):
        wrong = editor_client.post(own(offer, f"write/{step}/"), typed)
        assert wrong.status_code == 422 and said in words(wrong), step
    assert (
        'value="about 14"'
        in editor_client.post(own(offer, "write/price/"), {"unit": "hour", "price_pence": "about 14"}).content.decode()
    )


def test_a_checker_sees_what_changed_and_nothing_else(editor_client, commissioner, mine, draft, kernow, person):
    offer = draft(of=mine)
    writing.submit(offer=offer, by=None)
    checking.approve(offer=offer, area=kernow, by=person("commissioner", area=kernow))
    editor_client.post(own(offer, "write/price/"), {"unit": "hour", "price_pence": "16", "then": "preview"})
    editor_client.post(own(offer, "send/"))
    page = BeautifulSoup(commissioner.get(f"/market/checks/offers/{offer.public_id}/").content, "html.parser")
    table = page.find("table")
    assert len(table.tbody.find_all("tr")) == 1
    assert "£14.50 an hour" in table.get_text() and "£16.00 an hour" in table.get_text()
    refused = commissioner.post(f"/market/checks/offers/{offer.public_id}/", {"decision": "change", "note": " "})
    assert refused.status_code == 422 and "Say why" in words(refused)


def test_another_organisations_offer_is_not_found(client_as, provider, draft, mine):
    offer = draft(of=mine)
    stranger = client_as("provider-editor", organisation=provider().organisation)
    for rest in ("", "write/name/", "preview/", "places/", "pause/", "withdraw/"):
        assert stranger.get(own(offer, rest)).status_code == 404, rest


def test_a_commissioner_of_an_area_that_it_does_not_reach_finds_nothing(client_as, bristol, draft, mine):
    offer = draft(of=mine)
    writing.submit(offer=offer, by=None)
    elsewhere = client_as("commissioner", area=bristol)
    assert elsewhere.get(f"/market/checks/offers/{offer.public_id}/").status_code == 404
    assert "Company in the evening" not in words(elsewhere.get("/market/checks/"))


def picture_file() -> SimpleUploadedFile:
    made = Image.new("RGB", (2_400, 1_200), "navy")
    exif = made.getexif()
    exif[0x010E] = "Taken at home"
    written = BytesIO()
    made.save(written, format="JPEG", exif=exif)
    return SimpleUploadedFile("kitchen.jpg", written.getvalue(), content_type="image/jpeg")


def test_a_picture_is_cleaned_made_small_and_public_only_once_it_is_checked(
    editor_client, commissioner, client, mine, draft
):
    offer = draft(of=mine)
    wordless = editor_client.post(own(offer, "write/picture/"), {"picture_file": picture_file(), "alternative": ""})
    assert wordless.status_code == 422 and "what the picture shows" in words(wordless)
    typed = {"picture_file": picture_file(), "alternative": "A kitchen in blue"}
    assert editor_client.post(own(offer, "write/picture/"), typed).status_code == 302
    picture = OfferPicture.objects.get()
    assert (picture.width, picture.height) == (1_200, 600)
    assert b"Taken at home" not in bytes(picture.content)
    address = f"/market/offers/{offer.public_id}/pictures/{picture.public_id}/"
    assert client.get(address).status_code == 404
    assert editor_client.get(address)["Content-Type"] == "image/jpeg"
    editor_client.post(own(offer, "send/"))
    commissioner.post(f"/market/checks/offers/{offer.public_id}/", {"decision": "approve"})
    assert client.get(address).status_code == 200
    editor_client.post(own(offer, "write/picture/"), {"alternative": "Two people in a blue kitchen"})
    shown = OfferEdition.objects.get(state="checked")
    assert shown.picture.alternative == "A kitchen in blue"
    assert OfferEdition.objects.get(state="draft").picture.alternative == "Two people in a blue kitchen"


def test_a_provider_takes_its_pictures_out_with_all_else(editor_client, mine, draft):
    offer = draft(of=mine)
    typed = {"picture_file": picture_file(), "alternative": "A kitchen in blue"}
    editor_client.post(own(offer, "write/picture/"), typed)
    answer = editor_client.get(f"/market/provider/{mine.public_id}/everything.zip")
    with zipfile.ZipFile(BytesIO(answer.content)) as packed:
        name = f"everything-of-{mine.organisation.slug}.xlsx"
        assert packed.namelist() == [name, "pictures/001.jpg", "pictures/what-they-show.txt"]
        assert packed.read("pictures/what-they-show.txt") == b"pictures/001.jpg: A kitchen in blue\n"


def test_old_drafts_and_pictures_that_nothing_shows_are_deleted(editor_client, mine, draft, offer):
    old, public = draft(of=mine), offer(of=mine)
    for words in ("A kitchen in blue", "A blue kitchen"):
        editor_client.post(own(old, "write/picture/"), {"picture_file": picture_file(), "alternative": words})
    long_ago, now = timezone.now() - datetime.timedelta(days=800), timezone.now()
    OfferPicture.objects.update(added_at=long_ago)
    assert [picture.alternative for picture in retention.unused_pictures(now)] == ["A kitchen in blue"]
    assert not retention.old_drafts(long_ago).exists()
    Offer.objects.update(changed_at=long_ago)
    assert retention.old_drafts(now).delete()[1]["market.Offer"] == 1
    assert Offer.objects.get() == public and not OfferPicture.objects.exists()


def test_places_pause_and_confirming_need_no_check(editor_client, mine, offer):
    made = offer(of=mine)
    editor_client.post(own(made, "places/"), {"places_free": "2", "waiting_weeks": "0"})
    assert (Listing.objects.get().places_free, Listing.objects.get().waiting_weeks) == (2, 0)
    editor_client.post(own(made, "pause/"), {"reason": "Summer"})
    assert not Listing.objects.exists()
    editor_client.post(own(made, "resume/"))
    assert Listing.objects.exists()
    assert "It all still holds" in words(editor_client.get(own(made)))


def test_a_providers_home_asks_no_more_of_the_database_with_more_offers(editor_client, mine, offer):
    offer(of=mine)
    address = f"/market/provider/{mine.public_id}/"
    editor_client.get(address)
    one = count_queries(editor_client, address)
    for _ in range(3):
        offer(of=mine)
    assert count_queries(editor_client, address) == one
