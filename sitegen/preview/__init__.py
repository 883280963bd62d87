"""The preview: the site on this machine's own address, made again and shown again whenever the archive changes."""
