"""Wagtail: pages and their history. Editors stand in it by number; what they write is the network's."""

MODELS = {
    "taggit.Tag": {"other": "id name slug"},
    "taggit.TaggedItem": {"other": "id tag content_type object_id"},
    "wagtailadmin.Admin": {"other": "id"},
    "wagtailadmin.EditingSession": {"personal": "user last_seen_at is_editing", "other": "id content_type object_id"},
    "wagtailadmin.FormState": {
        "personal": "user data last_updated_at",
        "other": "id content_type object_id parent_object_id",
    },
    "wagtailcore.APIToken": {
        "personal": "user name prefix created revoked_at last_used_at",
        "secret": "key_hash",
        "other": "id",
    },
    "wagtailcore.Collection": {"other": "id path depth numchild name"},
    "wagtailcore.CollectionViewRestriction": {"other": "id restriction_type password collection"},
    "wagtailcore.CollectionViewRestriction_groups": {"other": "id collectionviewrestriction group"},
    "wagtailcore.Comment": {
        "personal": "user text created_at updated_at",
        "other": "id page contentpath position revision_created resolved_at resolved_by",
    },
    "wagtailcore.CommentReply": {"personal": "user text created_at updated_at", "other": "id comment"},
    "wagtailcore.GroupApprovalTask": {"other": "task_ptr"},
    "wagtailcore.GroupApprovalTask_groups": {"other": "id groupapprovaltask group"},
    "wagtailcore.GroupCollectionPermission": {"other": "id group collection permission"},
    "wagtailcore.GroupPagePermission": {"other": "id group page permission"},
    "wagtailcore.GroupSitePermission": {"other": "id group site permission"},
    "wagtailcore.Locale": {"other": "id language_code"},
    "wagtailcore.ModelLogEntry": {
        "personal": "user action timestamp",
        "mentions": "label data",
        "other": "id content_type uuid revision content_changed deleted object_id",
    },
    "wagtailcore.Page": {
        "other": "id path depth numchild translation_key locale latest_revision live has_unpublished_changes "
        "first_published_at last_published_at live_revision go_live_at expire_at expired locked locked_at locked_by "
        "title draft_title slug content_type url_path owner latest_revision_created_at alias_of show_in_menus "
        "seo_title search_description"
    },
    "wagtailcore.PageLogEntry": {
        "personal": "user action timestamp",
        "mentions": "label data",
        "other": "id content_type uuid revision content_changed deleted page",
    },
    "wagtailcore.PageSubscription": {"personal": "user comment_notifications", "other": "id page"},
    "wagtailcore.PageViewRestriction": {"other": "id restriction_type password page"},
    "wagtailcore.PageViewRestriction_groups": {"other": "id pageviewrestriction group"},
    "wagtailcore.ReferenceIndex": {
        "other": "id content_type base_content_type object_id to_content_type to_object_id model_path content_path "
        "content_path_hash"
    },
    "wagtailcore.Revision": {
        "personal": "user created_at",
        "other": "id content_type base_content_type object_id object_str content approved_go_live_at",
    },
    "wagtailcore.Site": {"other": "id hostname port site_name root_page is_default_site"},
    "wagtailcore.Task": {"other": "id name content_type active"},
    "wagtailcore.TaskState": {
        "personal": "finished_by finished_at comment",
        "other": "id workflow_state revision task status started_at content_type",
    },
    "wagtailcore.UploadedFile": {"personal": "uploaded_by_user file", "other": "id for_content_type"},
    "wagtailcore.Workflow": {"other": "id name active"},
    "wagtailcore.WorkflowContentType": {"other": "content_type workflow"},
    "wagtailcore.WorkflowPage": {"other": "page workflow"},
    "wagtailcore.WorkflowState": {
        "personal": "requested_by created_at",
        "other": "id content_type base_content_type object_id workflow status current_task_state",
    },
    "wagtailcore.WorkflowTask": {"other": "id sort_order workflow task"},
    "wagtaildocs.Document": {
        "personal": "uploaded_by_user created_at",
        "other": "id collection title file file_size file_hash",
    },
    "wagtailembeds.Embed": {
        "other": "id url max_width hash type html title author_name provider_name thumbnail_url width height "
        "last_updated cache_until"
    },
    # No page of ours has such a form; what people would send in belongs to no account.
    "wagtailforms.FormSubmission": {"other": "id form_data page submit_time"},
    # Not used: `knowledge.Picture` takes its place.
    "wagtailimages.Image": {
        "other": "id collection title file description width height created_at uploaded_by_user focal_point_x "
        "focal_point_y focal_point_width focal_point_height file_size file_hash"
    },
    "wagtailimages.Rendition": {"other": "id filter_spec file width height focal_point_key image"},
    "wagtailredirects.Redirect": {
        "other": "id old_path site is_permanent redirect_page redirect_page_route_path redirect_link "
        "automatically_created created_at"
    },
    "wagtailsearch.IndexEntry": {
        "other": "id content_type object_id title_norm autocomplete title body title_text body_text"
    },
    "wagtailusers.UserProfile": {
        "personal": "user submitted_notifications approved_notifications rejected_notifications "
        "updated_comments_notifications preferred_language current_time_zone avatar dismissibles theme contrast "
        "density keyboard_shortcuts",
        "other": "id",
    },
}
