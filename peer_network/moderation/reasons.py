"""Which reasons can be given for which decision. The system's own and an appeal's are chosen by nobody."""

from peer_network.models import Act

Kind, Reason = Act.Kind, Act.Reason
FINE = (Reason.KIND, Reason.OTHER)
OF_A_TEXT = (
    Reason.UNKIND,
    Reason.HARM,
    Reason.DETAILS,
    Reason.SELLS,
    Reason.UNTRUE,
    Reason.ELSEWHERE,
    Reason.OTHER,
)
OF_A_MEMBER = (
    Reason.UNKIND,
    Reason.HARM,
    Reason.DETAILS,
    Reason.SELLS,
    Reason.UNTRUE,
    Reason.AGAIN,
    Reason.NOT_THEM,
    Reason.OTHER,
)
FOR: dict[Act.Kind, tuple[Act.Reason, ...]] = {
    **dict.fromkeys((Kind.SHOW, Kind.RESTORE, Kind.NO_ACTION, Kind.UNPAUSE, Kind.LET_IN, Kind.NOT_CLOSED), FINE),
    **dict.fromkeys((Kind.HIDE, Kind.ASK_CHANGE, Kind.REMOVE), OF_A_TEXT),
    **dict.fromkeys((Kind.WARN, Kind.PAUSE, Kind.CLOSING, Kind.CLOSE), OF_A_MEMBER),
    Kind.WRITE: (Reason.KIND, Reason.HARM, Reason.DETAILS, Reason.OTHER),
    Kind.STANDING: (Reason.KNOWN, Reason.AGAIN, Reason.OTHER),
    Kind.NOT_LET_IN: (Reason.ELSEWHERE, Reason.AGAIN, Reason.NOT_THEM, Reason.OTHER),
}


def choices(kind: str) -> list[tuple[str, str]]:
    """(value, words) of what can be chosen for this kind of decision."""
    return [(reason.value, str(reason.label)) for reason in FOR[Act.Kind(kind)]]
