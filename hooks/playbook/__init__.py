"""The core: what the build knows and decides, as plain values; never the host (MkDocs, Markdown), files or logs."""
