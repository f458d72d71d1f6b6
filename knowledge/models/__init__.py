"""The pages that knowledge editors write, and the pictures in them. All of it is shared by the whole network."""

from knowledge.models.co_producers import CoProducer
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
from knowledge.models.pictures import Picture, PictureRendition
from knowledge.models.resources import Resource
from knowledge.models.site_pages import FrontPage, InformationPage

__all__ = [
    "KINDS",
    "CoProducer",
    "Evaluation",
    "FrontPage",
    "Guidance",
    "InformationPage",
    "KnowledgeIndex",
    "LearningMaterial",
    "Method",
    "Picture",
    "PictureRendition",
    "Resource",
    "Story",
    "Template",
    "Toolkit",
    "TopicIndex",
]
