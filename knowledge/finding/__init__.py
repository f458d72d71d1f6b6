"""Finding a resource: the list with its filters, what is related, the feed, and what other sites are told."""
