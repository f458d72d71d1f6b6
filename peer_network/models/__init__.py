"""The peer network's tables, all shared by the whole network. Each package of the room has modules here."""

from peer_network.models.acts import Act, Appeal, Letter, ReadyMessage
from peer_network.models.cases import Case, CaseEntry, CaseStep, IdentityLookup
from peer_network.models.conversations import Conversation, Message
from peer_network.models.duty import DutyShift, OnCall
from peer_network.models.gatherings import EventComer, GroupEvent, LocalGroup
from peer_network.models.marks import Block, Following, Mark, Mute, ReadMark
from peer_network.models.members import Member, RulesAcceptance
from peer_network.models.phrases import PhraseEdition
from peer_network.models.posts import Post, PostEdition
from peer_network.models.queue import QueueItem
from peer_network.models.reports import Report
from peer_network.models.shared_files import FileThanks, SharedFile
from peer_network.models.spaces import Space, SpaceEntry
from peer_network.models.supporters import Experience, SupporterProfile
from peer_network.models.themes import Theme, ThemeAnswer, ThemeRule, ThemeSupport, ThemeUpdate
from peer_network.models.topics import Topic
from peer_network.models.watching import Alarm, ItemStep
from peer_network.models.writing_help import WritingConsent

__all__ = [
    "Act",
    "Alarm",
    "Appeal",
    "Block",
    "Case",
    "CaseEntry",
    "CaseStep",
    "Conversation",
    "DutyShift",
    "EventComer",
    "Experience",
    "FileThanks",
    "Following",
    "GroupEvent",
    "IdentityLookup",
    "ItemStep",
    "Letter",
    "LocalGroup",
    "Mark",
    "Member",
    "Message",
    "Mute",
    "OnCall",
    "PhraseEdition",
    "Post",
    "PostEdition",
    "QueueItem",
    "ReadMark",
    "ReadyMessage",
    "Report",
    "RulesAcceptance",
    "SharedFile",
    "Space",
    "SpaceEntry",
    "SupporterProfile",
    "Theme",
    "ThemeAnswer",
    "ThemeRule",
    "ThemeSupport",
    "ThemeUpdate",
    "Topic",
    "WritingConsent",
]
