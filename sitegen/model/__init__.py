"""The nouns of the archive: pure values that every station reads and none changes."""
