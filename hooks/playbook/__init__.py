"""The core of Next Line: guides and their conversations as plain values, problems as values, no host, no files."""
