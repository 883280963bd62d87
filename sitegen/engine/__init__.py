"""Do only the work that is missing, on all cores, and make a folder equal the result: knows no station, no record."""
