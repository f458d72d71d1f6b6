"""Putting the sample resources into the knowledge base. Run again, it adds what is missing and changes nothing."""

import datetime
import json
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from config.today import sample_day
from knowledge.coproduction import sample
from knowledge.sample import events, proposals, versions
from knowledge.sample.texts import Text, read_all
from knowledge.sample.topics import LEARNING, TOPICS
from tenants.contexts import region_wide
from tenants.models import Area, ImplementationCohort

LABEL = "Sample: "  # in the title, so that lists, searches and feeds say it too


@transaction.atomic
def make() -> None:
    """Topics, about two dozen resources of all seven kinds, and a learning page for each implementation cohort."""
    from knowledge.models import KnowledgeIndex

    with region_wide():
        index = KnowledgeIndex.objects.get()
        topics = _topics(index)
        _resources(topics)
        versions.make()
        _learning(index)
        proposals.make()
        events.make()


def _topics(index: Any) -> dict[str, Any]:
    from knowledge.models import TopicIndex

    there = {topic.slug: topic for topic in TopicIndex.objects.child_of(index)}
    for slug, title, intro in TOPICS:
        if slug not in there:
            there[slug] = index.add_child(instance=TopicIndex(title=title, slug=slug, intro=intro))
    return there


def _resources(topics: dict[str, Any]) -> None:
    from knowledge.models import KINDS, Resource

    there = set(Resource.objects.filter(is_sample=True).values_list("slug", flat=True))
    missing = [text for text in read_all() if text.slug not in there]
    areas = {area.slug: area for area in Area.objects.all()} if missing else {}
    kinds = {kind._meta.model_name: kind for kind in KINDS}
    for text in missing:
        with sample_day(text.published):
            _resource(kinds[text.kind], topics[text.topic], text, areas.get(text.area))


def _resource(kind: Any, topic: Any, text: Text, area: Any) -> None:
    from knowledge.models import CoProducer

    facts = {"is_composed": True} if text.kind == "story" else {}
    page = kind(
        title=f"{LABEL}{text.title}",
        slug=text.slug,
        summary=text.summary,
        body=json.dumps(text.body),
        groups=text.groups,
        components=text.components,
        area_of_origin=area,
        owner_area=area,
        review_on=text.review,
        is_sample=True,
        co_producers=[
            CoProducer(role=role, did=did, sort_order=order) for order, (role, did) in enumerate(text.made_by)
        ],
        **facts,
    )
    page = sample.publish(topic.add_child(instance=page), role=text.agreed_by)
    # Wagtail stamps the real clock's now; a sample's dates are those on which it is to stand.
    noon = timezone.make_aware(datetime.datetime.combine(text.published, datetime.time(12)))
    Page.objects.filter(pk=page.pk).update(first_published_at=noon, last_published_at=noon)


def _learning(index: Any) -> None:
    from knowledge.models import LearningPage, LearningStep, Resource

    there = set(LearningPage.objects.values_list("slug", flat=True))
    resources = {each.slug: each for each in Resource.objects.filter(is_sample=True, live=True).defer("body")}
    cohorts = {cohort.number: cohort for cohort in ImplementationCohort.objects.all()}
    for number, slug, title, intro, groups, steps in LEARNING:
        known = [(resources[key], task) for key, task in steps if key in resources]
        if slug not in there and number in cohorts and known:
            page = LearningPage(
                title=f"{LABEL}{title}",
                slug=slug,
                intro=intro,
                cohort=cohorts[number],
                groups=groups,
                learning_steps=[
                    LearningStep(resource=resource, task=task, sort_order=order)
                    for order, (resource, task) in enumerate(known)
                ],
            )
            index.add_child(instance=page)
