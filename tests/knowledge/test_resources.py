"""Resources: seven kinds in a declared tree, each with a page, listed once they are published."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from knowledge.models import KINDS, CoProducer, FrontPage, Guidance, InformationPage, Resource, Story, TopicIndex
from tests.knowledge.resources import draft, index


def test_knowledge_base_is_made_once_below_the_front_page(front):
    from knowledge.front_page import make_front_page

    make_front_page()
    make_front_page()

    assert index().url_path == "/front-page/knowledge/"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_written_in_the_knowledge_base_and_in_a_topic(front, kind):
    assert kind.can_create_at(index())
    assert kind.can_create_at(TopicIndex())


@pytest.mark.parametrize("parent", [FrontPage, InformationPage, Story])
def test_resource_cannot_be_written_elsewhere(parent):
    assert Guidance not in parent.allowed_subpage_models()


def test_resource_without_a_kind_cannot_be_written():
    assert Resource not in index_model().creatable_subpage_models()


def index_model():
    from knowledge.models import KnowledgeIndex

    return KnowledgeIndex


def test_address_of_a_view_is_refused_to_a_resource(front):
    with pytest.raises(ValidationError, match="is taken"):
        draft(slug="review")


def test_name_without_consent_is_refused_by_the_database(front):
    page = draft()

    with pytest.raises(IntegrityError, match="co_producer_named_with_consent"), transaction.atomic():
        CoProducer.objects.create(resource=page, role="carer", name="Ann Ash")


def test_draft_is_not_listed_and_not_shown(front, client):
    page = draft(title="Not yet")

    assert "Not yet" not in client.get("/knowledge/").content.decode()
    assert client.get(page.get_url()).status_code in {302, 404}


def test_navigation_leads_everybody_to_the_knowledge_base(front, client):
    page = BeautifulSoup(client.get("/").content, "html.parser")

    assert page.find("nav", attrs={"aria-label": "Main"}).find("a", href="/knowledge/")
