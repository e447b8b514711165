"""What a guide and the whole content must keep to be published. It may read guides, never print or rank them."""
