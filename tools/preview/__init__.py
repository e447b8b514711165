"""The site while it is written: built at every save, served from the last build that was sound, with what is wrong."""
