"""Where a link leads, and how it is spelt: path, anchor, scheme, judge; never where it was written."""
