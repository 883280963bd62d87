"""What the process's exit code says."""

CLEAN, PROBLEMS, USAGE, BUG, STOPPED, TERMINATED = 0, 1, 2, 70, 130, 143
