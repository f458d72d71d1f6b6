"""What the board registers with the platform: its job, the words of its audit rows, the files that it owns."""

from accounts.permissions import Permission
from audit import registry as audit_registry
from data_rights import retention
from jobs import registry as jobs_registry

PACKS_KEPT_DAYS = 2 * 365


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    from tenants.programme import pack_job, packs

    audit_registry.register("pack.make", "Made a board pack")
    audit_registry.register("rollout.export", "Exported an area's published roll-out", audit_registry.Kind.EXPORT)
    audit_registry.register("workstream.add", "Added a workstream")
    audit_registry.register("workstream.change", "Changed a workstream")
    audit_registry.register("projection.keep", "Kept a projection")
    packs.register()
    jobs_registry.register(
        jobs_registry.JobKind(
            slug="board-pack",
            title="Make a board pack",
            run=pack_job.run,
            permission=Permission.BOARD_READ,
            area_wide=False,
        )
    )
    retention.register(
        retention.Rule(
            "board-packs",
            "Board packs, as they were handed out",
            PACKS_KEPT_DAYS,
            "To look up what a board was shown. The figures themselves stay in the returns.",
            "tenants/programme/registrations.py",
            past=lambda before: _model().objects.filter(made_at__lt=before),
            delete=_delete_packs,
        )
    )


def _model():
    from tenants.programme.models import BoardPack

    return BoardPack


def _delete_packs(before) -> int:
    from tenants.programme import packs

    return packs.delete_old(before)
