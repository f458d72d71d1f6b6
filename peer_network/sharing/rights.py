"""Who may use the addresses of shared files; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from peer_network import rights_samples as samples
from peer_network.rights_samples import FORM, MODERATORS, POST, TAKE_PART
from peer_network.support.rights import another


def a_file(member: Any, state: str = "shown") -> Any:
    """A picture that is shared."""
    import io
    import uuid

    from django.utils import timezone

    from files import private
    from peer_network.models import SharedFile
    from peer_network.sharing import files

    kept = private.keep(io.BytesIO(b"%PDF-1.7 not read"), area=None, purpose=files.PURPOSE, limit_bytes=100)
    facts = {"title": f"Rota {uuid.uuid4()}", "purpose": "Nights", "kind": "rota", "ending": ".png", "size_bytes": 17}
    facts |= {"kept": kept, "state": state, "shown_at": timezone.now() if state == "shown" else None}
    return SharedFile.objects.create(member=member, **facts)


def _own(world: Any) -> dict[str, Any]:
    return {"public_id": a_file(samples.me(world)).public_id}


def _own_draft(world: Any) -> dict[str, Any]:
    return {"public_id": a_file(samples.me(world), "draft").public_id}


def _of_another(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_file(another(world)).public_id}


def _draft_of_another(world: Any) -> dict[str, Any]:
    samples.me(world)
    return {"public_id": a_file(another(world), "draft").public_id}


SHOWN = {"sample": _of_another, "foreign": _draft_of_another}
ROWS = [
    Row("peers:files", TAKE_PART, sample=samples.joined),
    Row("peers:file-new", TAKE_PART, FORM, sample=samples.joined, also=(422,)),
    Row("peers:files-mine", TAKE_PART, sample=samples.joined),
    Row("peers:file", TAKE_PART, **SHOWN),
    Row("peers:file-check", TAKE_PART, FORM, sample=_own_draft, foreign=_draft_of_another, also=(422,)),
    Row("peers:file-download", TAKE_PART, **SHOWN),
    Row("peers:file-thanks", TAKE_PART, POST, **SHOWN),
    Row("peers:file-take-back", TAKE_PART, FORM, sample=_own, foreign=_of_another),
    Row("peers:file-look", MODERATORS, **SHOWN),
]
