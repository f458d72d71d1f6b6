"""What editors can put into a page: blocks of the NHS design system, and a picture that can't lack its description.

The library's own blocks draw themselves with Django templates, and carry no script. Its picture block lets the
description be left out and makes seven sizes at first sight; ours asks for it and makes three.
"""

from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtailnhsukfrontend.blocks import (
    ActionLinkBlock,
    DoBlock,
    DontBlock,
    FlattenValueContext,
    InsetTextBlock,
    SummaryListBlock,
    WarningCalloutBlock,
)
from wagtailnhsukfrontend.blocks import ExpanderBlock as LibraryExpanderBlock

# No h1, which is the page's title; nothing embedded from other sites; no picture without its description.
TEXT_FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]
# In a part that has a heading of its own.
INNER_TEXT_FEATURES = ["bold", "ol", "ul", "link", "document-link"]


class PictureBlock(FlattenValueContext, StructBlock):
    """A picture that adds something to the words, so its description is never left out."""

    picture = ImageChooserBlock(label="Picture")
    alt_text = CharBlock(
        label="What the picture shows",
        max_length=250,
        help_text="Read out to people who can't see it. Leave out a picture that only decorates.",
    )
    caption = CharBlock(label="Words under the picture", required=False, max_length=250)

    class Meta:
        icon = "image"
        template = "knowledge/blocks/picture.html"


class ExpanderBlock(LibraryExpanderBlock):
    """A question that opens to its answer, also without JavaScript."""

    class BodyStreamBlock(StreamBlock):
        richtext = RichTextBlock(features=INNER_TEXT_FEATURES, label="Text", icon="pilcrow")
        action_link = ActionLinkBlock(label="Link with an arrow")
        summary_list = SummaryListBlock(label="List of facts")

    body = BodyStreamBlock(required=True)

    class Meta:
        icon = "plus-inverse"
        label = "Question and answer"


class PageBody(StreamBlock):
    """The parts of a page, in any order."""

    text = RichTextBlock(features=TEXT_FEATURES, icon="pilcrow")
    expander = ExpanderBlock()
    action_link = ActionLinkBlock(label="Link with an arrow")
    inset_text = InsetTextBlock(label="Words set apart")
    warning_callout = WarningCalloutBlock(label="Warning")
    do = DoBlock(label="Do")
    dont = DontBlock(label="Don't")
    summary_list = SummaryListBlock(label="List of facts")
    picture = PictureBlock()


class ResourcePictureBlock(PictureBlock):
    """A picture whose description may be written later: the accessibility check doesn't pass without it."""

    alt_text = CharBlock(
        label="What the picture shows",
        required=False,
        max_length=250,
        help_text="Read out to people who can't see it. You can write it later, before the accessibility check.",
    )

    class Meta:
        icon = "image"
        label = "Picture"
        template = "knowledge/blocks/picture.html"


class ResourceBody(PageBody):
    """The parts of a resource, which people draft together."""

    picture = ResourcePictureBlock()
