"""What was published and must go on working: the address book and redirects; never what pages link to today."""
