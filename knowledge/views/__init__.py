"""Pages of the knowledge base that aren't Wagtail's: reviewing by a private link, and how a resource is made."""
