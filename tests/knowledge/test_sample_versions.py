"""The demo's sample Easy Read versions and translation: published, without a finding, and made once."""

import pytest

from knowledge.accessibility import checking
from knowledge.models import EasyRead, Resource, Translation
from knowledge.sample import making, versions


@pytest.fixture
def samples(front):
    making.make()
    return list(Resource.with_versions.filter(version_of__isnull=False).specific())


def test_two_are_in_easy_read_and_one_is_translated_and_all_say_that_they_are_samples(samples, client):
    assert EasyRead.objects.live().count() == 2
    assert [page.language.code for page in Translation.objects.live()] == ["pl"]
    assert all("This is a sample." in client.get(page.get_url()).content.decode() for page in samples)
    assert not any("is older" in client.get(page.get_url()).content.decode() for page in samples)


def test_the_check_finds_nothing_on_any(samples):
    found = {
        page.get_url(): [f"{each.what} {each.where}" for each in checking.findings(page, page.get_latest_revision())]
        for page in samples
    }

    assert {url: each for url, each in found.items() if each} == {}


def test_made_again_nothing_is_added(samples):
    versions.make()

    assert Resource.with_versions.filter(version_of__isnull=False).count() == len(samples)


def test_part_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no part of an Easy Read version"):
        list(versions.ideas("Talk first."))
