"""The pages of an area's quarterly return: written, checked, signed, corrected, compared, taken out as files."""
