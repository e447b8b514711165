"""The link check for any MkDocs tree: values in, faults out; knows nothing of our own guides."""
