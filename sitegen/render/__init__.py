"""An output to bytes: the templates, Markdown to safe HTML, the data formats."""
