"""What an Easy Read version is made of: ideas, each with a picture, and hard words with what they mean."""

from functools import cache
from typing import Any

from django.template import engines
from wagtail.blocks import CharBlock, ChoiceBlock, StreamBlock, StructBlock, TextBlock
from wagtail.images.blocks import ImageChooserBlock

LONGEST_IDEA = 400  # characters


@cache
def drawings() -> list[tuple[str, str]]:
    """The simple pictures of this site, from which an idea may take one."""
    template = engines["jinja2"].env.get_template("ui/components/pictograms.jinja")
    return [(name, name.capitalize()) for name in template.module.pictogram_names]


class IdeaBlock(StructBlock):
    """One idea: a few short sentences, and a picture to their left. The picture may come later, with the check."""

    sentences = TextBlock(
        label="Short sentences",
        max_length=LONGEST_IDEA,
        rows=3,
        help_text="One idea. At most 15 words in a sentence. A new line for each sentence.",
    )
    drawing = ChoiceBlock(choices=drawings, required=False, label="A simple picture of this site")
    picture = ImageChooserBlock(required=False, label="Or a picture of your own")
    alt_text = CharBlock(
        label="What your own picture shows",
        required=False,
        max_length=250,
        help_text="Read out to people who can't see it. Not needed for a simple picture of this site.",
    )

    class Meta:
        icon = "image"
        label = "Idea with a picture"


class HardWordBlock(StructBlock):
    """A word that readers may not know, and what it means. The page lists them at its end."""

    word = CharBlock(label="Word", max_length=60)
    means = CharBlock(label="What it means", max_length=200, help_text="In one short sentence.")

    class Meta:
        icon = "help"
        label = "Hard word"


class Ideas(StreamBlock):
    """The parts of an Easy Read version, in order."""

    heading = CharBlock(label="Heading", max_length=80, icon="title")
    idea = IdeaBlock()
    hard_word = HardWordBlock()


def ideas_of(stream: Any) -> list[Any]:
    """The values of the ideas, in order."""
    return [part.value for part in stream if part.block_type == "idea"]


def hard_words_of(stream: Any) -> list[tuple[str, str]]:
    """(word, what it means), in order."""
    return [(part.value["word"], part.value["means"]) for part in stream if part.block_type == "hard_word"]


def lines_of(idea: Any) -> list[str]:
    """An idea's sentences, a line each."""
    return [line.strip() for line in idea["sentences"].splitlines() if line.strip()]


def parts_of(stream: Any) -> list[tuple[str, list[dict[str, Any]]]]:
    """(heading, its ideas) in order; the first heading is empty where ideas stand before one."""
    parts: list[tuple[str, list[dict[str, Any]]]] = []
    for part in stream:
        if part.block_type == "heading":
            parts.append((part.value, []))
        elif part.block_type == "idea":
            if not parts:
                parts.append(("", []))
            idea = part.value
            shown = {name: idea[name] for name in ("drawing", "picture")}
            parts[-1][1].append({**shown, "alt_text": _description(idea), "lines": lines_of(idea)})
    return parts


def _description(idea: Any) -> str:
    """What is read out of an idea's own picture: for this place, else what is said of it everywhere."""
    return idea["alt_text"] or (idea["picture"].description if idea["picture"] else "")
