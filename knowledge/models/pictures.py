"""Pictures that knowledge editors put into pages."""

from typing import Any

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition

from knowledge.pictures import without_metadata


class Picture(AbstractImage):
    """An uploaded picture. What the camera wrote into it is taken out before it is stored."""

    description = models.CharField(
        "what the picture shows",
        max_length=250,
        help_text="Read out to people who can't see the picture, wherever nothing else is written for it.",
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A file that isn't stored yet is stored without its metadata."""
        if self.file and not self.file._committed:
            self.file = without_metadata(self.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class PictureRendition(AbstractRendition):
    """A picture made smaller for a page; these files are public, the uploaded one is not."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        verbose_name = "picture's rendition"
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="picture_rendition_once",
                violation_error_message="This size of the picture is made already.",
            )
        ]
