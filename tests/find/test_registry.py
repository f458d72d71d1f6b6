"""Rooms register what can be found; a search asks each of them for this person."""

import pytest

from accounts.access import Access
from find import registry
from find.registry import Found, SearchSource


@pytest.fixture
def sample_source():
    source = SearchSource("sample", "Sample", lambda words, access: [Found(words, "/")], order=1)
    registry.register(source)
    yield source
    registry.unregister("sample")


def test_sources_are_asked_in_their_order(sample_source):
    assert [source.key for source in registry.sources()] == ["sample", "areas"]


def test_another_source_of_the_same_name_is_refused(sample_source):
    registry.register(sample_source)
    with pytest.raises(ValueError, match="another"):
        registry.register(SearchSource("sample", "Other", lambda words, access: []))


def test_a_search_without_words_finds_nothing(sample_source):
    assert registry.look_for("  ", None) == {}


@pytest.mark.parametrize(
    ("words", "names"), [("scilly", ["NHS Kernow"]), ("BRISTOL", ["NHS Bristol"]), ("nowhere", [])]
)
def test_areas_are_found_by_name_and_council(db, words, names):
    assert [found.title for found in registry.look_for(words, None)["areas"]] == names


def test_a_member_is_led_to_the_workspace_and_others_to_the_public_list(kernow, bristol, person):
    lead = Access(person("area-lead", area=kernow))
    assert registry.look_for("kernow", lead)["areas"][0].url == "/areas/kernow/"
    assert registry.look_for("nhs bristol", lead)["areas"][0].url == "/areas/"


def test_an_archived_area_is_not_found(kernow):
    type(kernow).objects.filter(pk=kernow.pk).update(status="archived")
    assert registry.look_for("kernow", None)["areas"] == []
