"""Where a link is written: source, places, markup, snippets, labels; never where it leads."""
