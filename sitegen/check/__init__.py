"""What no single file can know: faults between records."""
