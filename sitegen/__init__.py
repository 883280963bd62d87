"""A static-site generator for curated conflict-news archives."""
