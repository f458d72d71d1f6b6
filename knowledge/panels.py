"""What we add to Wagtail's editor of a resource: where it stands, and the way to the page that says it all."""

from typing import Any

from wagtail.admin.panels import HelpPanel

from knowledge.coproduction import digests, rules


class HowItIsMadePanel(HelpPanel):
    """At the top of the form. Says what is missing before the page may be published."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("heading", "How it is made")
        options["template"] = "knowledge/panels/how_it_is_made.html"
        super().__init__(**options)

    def clone_kwargs(self) -> dict[str, Any]:
        """As the library's, without what this panel sets itself."""
        given = super().clone_kwargs()
        return {key: value for key, value in given.items() if key not in {"template", "content"}}

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel of one page."""

        @property
        def missing(self) -> list[str]:
            """What is not done on the latest revision; nothing for a page that isn't saved yet."""
            page = self.instance
            revision = page.get_latest_revision() if page.pk else None
            return rules.missing(page.pk, digests.of_revision(revision)) if revision else []
