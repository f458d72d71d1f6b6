"""Which fields of drafts are about a person; read by `data_rights`."""
