"""Open Referral UK: published offers as a feed for everybody, and services of other directories taken over."""
