"""The peer network's tables, all shared by the whole network. Each package of the room has modules here."""

from peer_network.models.marks import Block, Following, Mark, Mute, ReadMark
from peer_network.models.members import Member, RulesAcceptance
from peer_network.models.posts import Post, PostEdition
from peer_network.models.queue import QueueItem
from peer_network.models.spaces import Space, SpaceEntry
from peer_network.models.topics import Topic

__all__ = [
    "Block",
    "Following",
    "Mark",
    "Member",
    "Mute",
    "Post",
    "PostEdition",
    "QueueItem",
    "ReadMark",
    "RulesAcceptance",
    "Space",
    "SpaceEntry",
    "Topic",
]
