"""Which fields of offers' tables are about a person; see `data_rights.declared`."""

MODELS = {
    "market.Offer": {
        "mentions": "paused_reason",
        "other": "id public_id provider state shown published_at confirmed_on created_at changed_at is_sample",
    },
    "market.OfferEdition": {
        "personal": "written_by written_at checked_by checked_at",
        "mentions": "title summary details price_note times_note accessibility_note how_to_ask check_note",
        "other": "id offer number state needs groups outcomes areas goes_rural comes_to_you is_remote place town "
        "postcode minimum_age maximum_age unit price_pence mechanisms availability times places_free waiting_weeks "
        "accessibility languages picture submitted_at submitted_on",
    },
    "market.OfferPicture": {
        "mentions": "content alternative",
        "other": "id public_id offer content_type width height added_at",
    },
    "market.Listing": {
        "mentions": "title summary details",
        "other": "offer public_id provider provider_name town needs groups outcomes areas mechanisms availability "
        "times accessibility languages goes_rural comes_to_you is_remote unit price_pence minimum_age maximum_age "
        "places_free waiting_weeks published_at changed_at confirmed_on is_checked directory_name is_sample vector",
    },
}
