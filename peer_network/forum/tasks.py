"""What the worker does for the forum."""

from celery import shared_task

from peer_network.forum import notices
from peer_network.models import Post


@shared_task(region_wide=True)
def tell_followers(post: int) -> int:
    """Tell whoever follows the topic, or for a first post the space; says how many were told."""
    found = Post.objects.shown().filter(pk=post).select_related("topic__space", "author__user").first()
    return notices.is_new(found) if found else 0
