"""The link check for any MkDocs tree: values in, problems out; knows nothing of our own guides."""
