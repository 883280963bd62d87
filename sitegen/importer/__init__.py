"""Raw seeds to draft articles: every line accounted for, every offer with its quote, nothing decided.

A document goes `read → draft → outcomes → write`; all but the first and the last are pure.
README.md beside this file lists rules, flags and reasons.
"""

from sitegen.importer.copies import Copies, Copy
from sitegen.importer.document import Document, Flag, Refusal, Stated
from sitegen.importer.draft import Draft, Matching, draft
from sitegen.importer.explain import explain
from sitegen.importer.files import references_of, seed_files, standing_of, write, write_files
from sitegen.importer.match import Authority, Known, Matcher, Mention, Name
from sitegen.importer.plan import Outcome, Standing, Write, outcomes
from sitegen.importer.readers import FIELDS, READERS, Options, read
from sitegen.importer.reading_list import ListedArticle, reading_list
from sitegen.importer.ucdp import EventDraft, ucdp_events
from sitegen.importer.written import article_markdown, as_json, json_line, sidecar_yaml

__all__ = [
    "FIELDS",
    "READERS",
    "Authority",
    "Copies",
    "Copy",
    "Document",
    "Draft",
    "EventDraft",
    "Flag",
    "Known",
    "ListedArticle",
    "Matcher",
    "Matching",
    "Mention",
    "Name",
    "Options",
    "Outcome",
    "Refusal",
    "Standing",
    "Stated",
    "Write",
    "article_markdown",
    "as_json",
    "draft",
    "explain",
    "json_line",
    "outcomes",
    "read",
    "reading_list",
    "references_of",
    "seed_files",
    "sidecar_yaml",
    "standing_of",
    "ucdp_events",
    "write",
    "write_files",
]
