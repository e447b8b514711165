"""What leads into pages besides their text: navigation, templates, style sheets, files; never their own links."""
