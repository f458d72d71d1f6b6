"""What people are told of reviews. An e-mail says no more than that there is something to do."""

from notify.registry import NotificationKind, Way

REVIEW_DUE, HAS_TO_CHANGE = "resource-review-due", "resource-has-to-change"

KINDS = (
    NotificationKind(
        key=REVIEW_DUE,
        label="Resources to be reviewed",
        describes="A resource that you wrote or look after is to be reviewed. You are told a month and a week before, "
        "on the day, and then every four weeks.",
        mail_words="A page that you look after is to be reviewed by {date}. Sign in to see which.",
        default=Way.AT_ONCE,
    ),
    NotificationKind(
        key=HAS_TO_CHANGE,
        label="Resources that have to change",
        describes="Somebody has reviewed a resource and says that it has to change.",
        mail_words="A page of the knowledge base has to change. Sign in to see which, and why.",
        default=Way.DAILY,
    ),
)
