"""The kinds of news of sessions. Each kind's e-mail has these fixed words and nothing else."""

from accounts.permissions import Permission
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may

SESSIONS, TO_CONFIRM, TOMORROW = "timebank-sessions", "timebank-to-confirm", "timebank-tomorrow"
DISPUTES, GIVING = "timebank-disputes", "timebank-giving"
STAFF = whoever_may(Permission.TIMEBANK_ACT)
KINDS = (
    NotificationKind(
        key=SESSIONS,
        label="Your sessions of the time bank",
        describes="Dates that are proposed, agreed or changed, a session that is cancelled, and feedback.",
        mail_words="There is news of a session of the time bank. Sign in to see what, and whether it needs you.",
        default=Way.DAILY,
        concerns=STAFF,
    ),
    NotificationKind(
        key=TO_CONFIRM,
        label="Sessions whose minutes wait for you",
        describes="The other side has said how long a session was, or nobody has yet. Silence confirms after 14 days.",
        mail_words="A session of the time bank waits for your word. Without it, silence confirms on {date}.",
        default=Way.AT_ONCE,
        may_be_off=False,
        concerns=STAFF,
    ),
    NotificationKind(
        key=TOMORROW,
        label="Sessions of tomorrow",
        describes="The day before a session of the time bank that you or your area take part in.",
        mail_words="You have a session of the time bank on {date}. Sign in to see where it is, and with whom.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.TIMEBANK_ACT, Permission.TIMEBANK_GIVE),
    ),
    NotificationKind(
        key=DISPUTES,
        label="Disputes about sessions",
        describes="A dispute about a session of the time bank is raised, taken back or settled.",
        mail_words="There is news of a dispute about a session of the time bank. Sign in to read it.",
        default=Way.AT_ONCE,
        concerns=STAFF,
    ),
    NotificationKind(
        key=GIVING,
        label="Sessions in which you are the mentor",
        describes="You are named as a mentor, a date is agreed or changed, or something is recorded for you.",
        mail_words="There is news of a session in which you help others. Sign in to see what.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.TIMEBANK_ACT, Permission.TIMEBANK_GIVE),
    ),
)
