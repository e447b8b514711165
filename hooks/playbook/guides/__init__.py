"""What a guide is, read from its text: fields, sections, script, cues, moments, edition. It knows no other wing."""
