"""Files to records, with every fault placed."""
