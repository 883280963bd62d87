"""The archive to outputs: what is to be written, and from which records each page is made."""
