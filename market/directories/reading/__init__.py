"""Reading another directory: fetching within limits, checking, comparing, loading all or nothing."""
