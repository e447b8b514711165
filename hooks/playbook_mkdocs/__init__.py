"""MkDocs and its files for the core: everything here may go when another host comes."""
