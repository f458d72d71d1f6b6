"""Which fields of knowledge's tables are about a person; see `data_rights.declared`. Pages are the network's words."""

MODELS = {
    "knowledge.FrontPage": {"other": "page_ptr hero_title hero_summary who_for body"},
    "knowledge.InformationPage": {"other": "page_ptr summary body"},
    "knowledge.Event": {"other": "id sort_order page name on until where link"},
    "knowledge.KnowledgeIndex": {"other": "page_ptr intro"},
    "knowledge.TopicIndex": {"other": "page_ptr intro"},
    "knowledge.Resource": {
        "other": "page_ptr summary body groups components area_of_origin owner_area author licence version review_on "
        "audio audio_says bsl_link is_sample version_of"
    },
    **{
        f"knowledge.{kind}": {"other": "resource_ptr"}
        for kind in ("Toolkit", "Method", "LearningMaterial", "Guidance", "Evaluation", "Template")
    },
    "knowledge.Story": {"other": "resource_ptr is_composed"},
    "knowledge.EasyRead": {"other": "resource_ptr same_as ideas"},
    "knowledge.Translation": {"other": "resource_ptr same_as"},
    # A person who made a resource is named in public, with consent, by no account.
    "knowledge.CoProducer": {"other": "id sort_order resource role did name consents_to_be_named"},
    "knowledge.AccessibilityCheck": {"other": "task_ptr"},
    "knowledge.EditorDecision": {"other": "task_ptr"},
    "knowledge.LivedExperienceReview": {"other": "task_ptr"},
    "knowledge.LearningPage": {"other": "page_ptr intro cohort groups"},
    "knowledge.LearningStep": {"other": "id sort_order page resource task"},
    "knowledge.Completion": {"personal": "user page resource at", "other": "id"},
    "knowledge.Reviewer": {
        "personal": "email account role name consents_to_be_named invited_at expires_at withdrawn_at",
        "secret": "token_digest",
        "other": "id resource invited_by",
    },
    "knowledge.Step": {
        "personal": "by role words at",
        "other": "id resource revision stage outcome reviewer words_digest content_digest",
    },
    "knowledge.Explanation": {"personal": "by at", "mentions": "why", "other": "id resource finding about"},
    # An area's words about what it did: its account is known by whoever wrote them last.
    "knowledge.Use": {"personal": "by at", "mentions": "changed", "other": "id resource area"},
    "knowledge.Opinion": {"personal": "user at is_helpful why", "other": "id resource"},
    # Somebody's story, known by no account: `email` is how they are found.
    "knowledge.Consent": {
        "personal": "email scopes how given_by given_on ends_on withdrawn_at withdrawn_why withdrawn_by_link",
        "other": "id story recorded_by recorded_at told_at ended_at",
    },
    "knowledge.Proposal": {
        "personal": "by name role made_on",
        "mentions": "title helps reason",
        "other": "id public_id kind groups area source came_from state answered_by answered_at resource",
    },
    "knowledge.Picture": {
        "personal": "uploaded_by_user created_at",
        "other": "id collection title file width height focal_point_x focal_point_y focal_point_width "
        "focal_point_height file_size file_hash description",
    },
    "knowledge.PictureRendition": {"other": "id filter_spec file width height focal_point_key image"},
}
