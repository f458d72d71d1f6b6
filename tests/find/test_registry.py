"""Rooms register what can be found."""

import pytest

from find import registry
from find.registry import Facet, SearchSource


@pytest.fixture
def sample_source():
    source = SearchSource("sample", "Sample", lambda words, access: [], order=1)
    registry.register(source)
    yield source
    registry.unregister("sample")


def test_sources_stand_in_their_order(sample_source):
    keys = [source.key for source in registry.sources()]
    assert keys[0] == "sample"
    assert keys.index("pages") < keys.index("areas") < keys.index("workspaces")


def test_another_source_of_the_same_name_is_refused(sample_source):
    registry.register(sample_source)
    with pytest.raises(ValueError, match="another"):
        registry.register(SearchSource("sample", "Other", lambda words, access: []))


def test_a_facet_cannot_take_a_name_that_the_page_uses():
    with pytest.raises(ValueError, match="another"):
        registry.register_facet(Facet("page", "Page"))
