"""Do only the work that is missing, on all cores, and make a folder equal the result. Knows no station and no record."""
