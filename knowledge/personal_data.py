"""Which fields of knowledge's tables are about a person; see `data_rights.declared`. Pages are the network's words."""

MODELS = {
    "knowledge.FrontPage": {"other": "page_ptr hero_title hero_summary who_for body"},
    "knowledge.InformationPage": {"other": "page_ptr summary body"},
    "knowledge.Picture": {
        "personal": "uploaded_by_user created_at",
        "other": "id collection title file width height focal_point_x focal_point_y focal_point_width "
        "focal_point_height file_size file_hash description",
    },
    "knowledge.PictureRendition": {"other": "id filter_spec file width height focal_point_key image"},
}
