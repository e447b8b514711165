"""What a guide is, read from its text: sections, script, lines, cues, conversations; never whether it is good."""
