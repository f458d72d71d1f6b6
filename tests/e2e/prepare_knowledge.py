"""Examples for the pages of the knowledge base; their addresses."""

import json
from io import BytesIO
from typing import Any

from tests.e2e import prepare_formats, prepare_stories

LONG = "This sentence goes on and on " * 6 + "until nobody remembers how it began."


def knowledge() -> dict[str, str]:
    """A published sample in a topic, learning made of it, and a draft that waits for a reviewer."""
    from django.urls import reverse

    from accounts.models import User
    from knowledge.coproduction import reviewers, sample
    from knowledge.models import CoProducer, Guidance, KnowledgeIndex, LearningPage, LearningStep, Reviewer, TopicIndex

    editor = User.objects.get(email="knowledge-editor@demo.example")
    index = KnowledgeIndex.objects.get()
    topic = index.add_child(instance=TopicIndex(title="Planning", slug="planning", intro="Planning with people."))
    published = _resource(Guidance, topic, "Talk first", is_sample=True, groups=["mental_health"])
    published.co_producers.add(CoProducer(role="carer", did="Wrote the first draft"))
    published.save_revision()
    published = sample.publish(published)
    other_forms = prepare_formats.formats(published, editor)
    learning = index.add_child(
        instance=LearningPage(
            title="Begin to plan",
            slug="begin-to-plan",
            intro="For teams that begin to plan with people.",
            learning_steps=[LearningStep(resource=published, task="Try it with a colleague.")],
        )
    )
    draft = _with_picture(_resource(Guidance, index, "A draft to look at", text=LONG))
    draft.get_workflow().start(draft, editor)
    link = reviewers.invite(page=draft, email="peer@example.org", role="peer_supporter", by=editor)
    journey = _with_picture(_resource(Guidance, index, "A place to rest", slug="a-place-to-rest"))
    making = reverse("knowledge:making", args=[draft.pk])
    asked = Reviewer.objects.get(resource_id=draft.pk)
    review = "/knowledge/review/" + link.split("/knowledge/review/")[1]
    use = _said(published)
    return {
        **other_forms,
        **prepare_stories.stories(index, editor),
        "used": reverse("knowledge:use", args=[published.pk]),
        "helped": reverse("knowledge:opinion", args=[published.pk]),
        "review-due": reverse("knowledge:review-due", args=[published.pk]),
        "said-of": reverse("knowledge:said-of", args=[published.pk]),
        "take-off": reverse("knowledge:use-take-off", args=[use.pk]),
        "knowledge-resource": published.get_url(),
        "knowledge-learning": learning.get_url(),
        "making": making,
        "making-ask": f"{making}ask/",
        "making-take-back": reverse("knowledge:take-back", args=[draft.pk, asked.pk]),
        "making-explain": _explain(draft),
        "knowledge-review": review,
        "knowledge-review-page": f"{review}page/",
        "cms-resource": reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        "making-versions": reverse("knowledge:start-version", args=[draft.pk]),
        "cms-journey": reverse("wagtailadmin_pages:edit", args=[journey.pk]),
        "making-journey": reverse("knowledge:making", args=[journey.pk]),
    }


def _said(page: Any) -> Any:
    """Kernow used it, a reader says why it helped, another resource goes with it, and five searched in vain."""
    from find.models import UnansweredSearch
    from knowledge.coproduction import sample
    from knowledge.models import Guidance, Opinion, Resource, Use
    from tenants.models import Area

    sample.publish(_resource(Guidance, page.get_parent(), "Then write it down", is_sample=True))
    Opinion.objects.create(resource=page, is_helpful=True, why="It is short.")
    Resource.objects.filter(pk=page.pk).update(review_on="2015-07-01")
    UnansweredSearch.objects.create(month="2015-07-01", digest="shown", asked=5, words="respite care at night")
    return Use.objects.create(resource=page, area=Area.objects.get(slug="kernow"), changed="We plan in one visit.")


def _resource(kind: Any, under: Any, title: str, *, text: str = "Ask what matters to the person.", **facts: Any) -> Any:
    body = [{"type": "text", "value": f"<h2>What helps</h2><p>{text}</p>"}]
    facts = {"title": title, "summary": "How to begin, and what to ask.", "body": json.dumps(body), **facts}
    page = under.add_child(instance=kind(**facts))
    page.save_revision()
    return page


def _with_picture(page: Any) -> Any:
    """The same draft, with a picture that nobody has described yet."""
    from django.core.files.images import ImageFile
    from PIL import Image

    from knowledge.models import Picture

    written = BytesIO()
    Image.new("RGB", (400, 200), (0, 94, 184)).save(written, "PNG")
    file = ImageFile(BytesIO(written.getvalue()), name="bench.png")
    picture = Picture.objects.create(title="A bench", file=file, description="A blue bench.")
    block = {"type": "picture", "value": {"picture": picture.pk, "alt_text": "", "caption": ""}}
    page.body = json.dumps([*page.body.raw_data, block])
    page.save_revision()
    return page


def _explain(page: Any) -> str:
    from django.urls import reverse

    from knowledge.accessibility import checking

    found = [each for each in checking.findings(page, page.get_latest_revision()) if each.rule == "reading"]
    return reverse("knowledge:explain", args=[page.pk, found[0].key])
