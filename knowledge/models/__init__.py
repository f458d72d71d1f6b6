"""The pages that knowledge editors write, and the pictures in them. All of it is shared by the whole network."""

from knowledge.models.co_producers import CoProducer
from knowledge.models.consents import Consent
from knowledge.models.events import Event
from knowledge.models.explanations import Explanation
from knowledge.models.index_pages import KnowledgeIndex, TopicIndex
from knowledge.models.kinds import (
    KINDS,
    Evaluation,
    Guidance,
    LearningMaterial,
    Method,
    Story,
    Template,
    Toolkit,
)
from knowledge.models.learning import Completion, LearningPage, LearningStep
from knowledge.models.pictures import Picture, PictureRendition
from knowledge.models.proposals import Proposal
from knowledge.models.resources import Resource
from knowledge.models.reviewers import Reviewer
from knowledge.models.site_pages import FrontPage, InformationPage
from knowledge.models.steps import Step
from knowledge.models.tasks import AccessibilityCheck, EditorDecision, LivedExperienceReview
from knowledge.models.uses import Opinion, Use
from knowledge.models.versions import EasyRead, Translation

__all__ = [
    "KINDS",
    "AccessibilityCheck",
    "CoProducer",
    "Completion",
    "EasyRead",
    "Consent",
    "EditorDecision",
    "Evaluation",
    "Event",
    "Explanation",
    "FrontPage",
    "Guidance",
    "InformationPage",
    "KnowledgeIndex",
    "LearningMaterial",
    "LearningPage",
    "LearningStep",
    "LivedExperienceReview",
    "Method",
    "Opinion",
    "Picture",
    "PictureRendition",
    "Proposal",
    "Resource",
    "Reviewer",
    "Step",
    "Story",
    "Template",
    "Toolkit",
    "TopicIndex",
    "Translation",
    "Use",
]
