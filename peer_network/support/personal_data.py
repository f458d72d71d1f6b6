"""Which fields of support's tables are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.SupporterProfile": {
        "personal": "member sent_at groups experience is_listed takes_new",
        "mentions": "about can_help",
        "other": "id public_id state shown_at is_sample",
    },
    "peer_network.Conversation": {
        "personal": "asker other asked_at answered_at changed_at paused_by agreed_again_by asker_read other_read",
        "other": "id public_id about_group is_unnamed state last_position is_sample",
    },
    "peer_network.Message": {
        "personal": "writer written_at",
        "mentions": "body",
        "other": "id public_id conversation state position around_may_be_read is_sample",
    },
    "peer_network.LocalGroup": {
        "personal": "proposed_by sent_at",
        "mentions": "title about coming",
        "other": "id public_id kind groups place town area takes_new state shown_at is_sample",
    },
    "peer_network.GroupEvent": {
        "personal": "proposed_by sent_at",
        "mentions": "title words accessibility place",
        "other": "id public_id group starts_at ends_at is_online is_public changed_at version told_version "
        "cancelled_at state shown_at is_sample",
    },
    "peer_network.EventComer": {"personal": "event member at", "other": "id"},
    "peer_network.WritingConsent": {
        "personal": "member supporter scope given_at until withdrawn_at",
        "other": "id public_id is_sample",
    },
}
