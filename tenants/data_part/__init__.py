"""What the network's own tables and the areas' know of a person: roles, what they changed, signed, kept and follow.

`rows_of` says which rows are a person's; `exports` hands them out, `erasing` takes away, `keeping` lists what stays.
"""

from data_rights.registry import Part
from tenants.data_part.areas import around_areas
from tenants.data_part.erasing import erase
from tenants.data_part.exports import export
from tenants.data_part.keeping import keeps, refuses, warns

__all__ = ["PART", "around_areas"]

PART = Part(
    key="network",
    title="Your roles, what you changed, signed and follow",
    models=(
        "programme.BoardPack",
        "returns.FinanceTerms",
        "returns.ReturnDispute",
        "returns.SignedReturn",
        "rollout.Change",
        "rollout.ComponentMaturity",
        "rollout.EqualityAssessment",
        "rollout.GroupPerson",
        "rollout.GroupPersonEvent",
        "rollout.GroupPlan",
        "rollout.GroupPlanChange",
        "rollout.KeyAction",
        "rollout.Milestone",
        "rollout.PromiseStanding",
        "rollout.Refusal",
        "rollout.Resource",
        "rollout.ResourceEvent",
        "rollout.ReturnDraft",
        "rollout.Risk",
        "rollout.TrajectoryRevision",
        "tenants.Follower",
        "tenants.Membership",
        "tenants.MembershipEvent",
        "tenants.NetworkRisk",
        "tenants.Projection",
        "tenants.SiteMove",
        "tenants.Workstream",
        "tenants.WorkstreamEvent",
        "tenants.WorkstreamOutput",
        "tenants.WorkstreamOutputEvent",
    ),
    export=export,
    erase=erase,
    keeps=keeps,
    warns=warns,
    refuses=refuses,
    order=30,
)
