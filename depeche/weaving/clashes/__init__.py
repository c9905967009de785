"""What two articles of one story say that cannot both hold: one file for each way to tell."""
