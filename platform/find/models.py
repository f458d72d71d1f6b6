"""What the search keeps: the words of public texts, for help with spelling, and what nobody found anything for."""

from django.db import models


class Word(models.Model):
    """A word that stands in a public text, and in how many texts it does. Made anew each night."""

    word = models.CharField("word", max_length=30, primary_key=True)
    texts = models.PositiveIntegerField("in how many texts")

    class Meta:
        verbose_name = "word of the site"
        verbose_name_plural = "words of the site"

    def __str__(self) -> str:
        return self.word


class UnansweredSearch(models.Model):
    """Something that was searched for in a month, and nothing was found. Nothing says by whom.

    The words are kept once several have asked for the same; until then their keyed digest stands for them, from
    which nobody can read them.
    """

    month = models.DateField("first day of the month")
    digest = models.CharField("digest", max_length=64)
    asked = models.PositiveIntegerField("how often it was asked")
    words = models.CharField("words", max_length=80, blank=True)

    class Meta:
        verbose_name = "search without a result"
        verbose_name_plural = "searches without a result"
        constraints = [
            models.UniqueConstraint(
                fields=["month", "digest"],
                name="unanswered_once_a_month",
                violation_error_message="These words are counted for this month already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.words or 'words that few asked for'}, {self.month:%B %Y}"
