"""Loading an area's linked data set: whole, or not at all.

`storing.load` reads files into a folder and keeps a version; `versions` takes one into use or deletes it; `folders`
are where the rows lie; `opening` gives them to the calculation.
"""
