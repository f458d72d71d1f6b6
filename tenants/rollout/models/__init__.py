"""An area's roll-out, in the area's own schema."""

from tenants.rollout.models.changes import Change
from tenants.rollout.models.drafts import ReturnDraft
from tenants.rollout.models.milestones import Milestone
from tenants.rollout.models.partners import GroupPerson, Partner, Resource
from tenants.rollout.models.plans import PHASES, GroupPlan, GroupPlanChange
from tenants.rollout.models.progress import ComponentMaturity, EqualityAssessment, KeyAction, PromiseStanding
from tenants.rollout.models.refusals import Refusal
from tenants.rollout.models.risks import Risk
from tenants.rollout.models.trajectories import TrajectoryPoint, TrajectoryRevision

__all__ = [
    "PHASES",
    "Change",
    "ComponentMaturity",
    "EqualityAssessment",
    "GroupPerson",
    "GroupPlan",
    "GroupPlanChange",
    "KeyAction",
    "Milestone",
    "Partner",
    "PromiseStanding",
    "Refusal",
    "Resource",
    "ReturnDraft",
    "Risk",
    "TrajectoryPoint",
    "TrajectoryRevision",
]
