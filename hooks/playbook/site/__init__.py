"""What is published beside the guides: headings, map, moved addresses, fingerprint, policy; never how it is checked."""
