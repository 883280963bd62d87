"""The one place that decides whether a URL out of a scraped text may be a link, and what host a reader is shown."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_LENGTH: Final = 4096

PLAIN_URL: Final = r"https?://(?:[a-z0-9_-]{1,59}\.){1,3}[a-z0-9-]{1,59}(?::[0-9]{1,4})?(?:/[A-Za-z0-9._~/-]*(?:\?[A-Za-z0-9._~/=&+-]*)?)?"
"""What most addresses match, as they are: nothing in them has to be looked at twice."""
_PLAIN: Final = re.compile(PLAIN_URL)
_EDGES: Final = "".join(map(chr, range(33)))
_BREAKS: Final = str.maketrans("", "", "\t\n\r")
_FORBIDDEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_WEB: Final = re.compile(r"(?i)(https?)://([^/?#\\]+)((?:/[^?#]*)?)(\?[^#]*)?(#.*)?", re.DOTALL)
_AUTHORITY: Final = re.compile(r"(\[[0-9a-f:.]+\]|[^:@\[\]%]+)(?::([0-9]{1,5}))?")
_ASCII_HOST: Final = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?")
_MAIL: Final = re.compile(
    r"(?i)mailto:([a-z0-9.!#$&'*+/=^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63})(?:\?.*)?",
)
_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ENCODED: Final = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]")
_BLANK_LETTERS: Final = "\u115f\u1160\u17b4\u17b5\u3164"  # letters by category, and nothing to be seen
_MAX_HOST: Final = 253
_MAX_PORT: Final = 65535


def safe_url(url: str) -> str | None:
    """The URL as it may stand in an `href`, or None: http, https and mailto only, and nothing that hides its host.

    Space and control characters at its ends and line breaks inside go, as in a browser. Other control characters,
    a user name or password, a backslash before the path and an address without a host are refused. What a URL cannot
    hold is percent-encoded. Of a mailto only the address stays: the rest could name further recipients.
    """
    if len(url) > MAX_LENGTH:
        return None
    if _PLAIN.fullmatch(url):
        return url
    tidy = url.strip(_EDGES).translate(_BREAKS)
    if _FORBIDDEN.search(tidy):
        return None
    if mail := _MAIL.fullmatch(tidy):
        return f"mailto:{mail[1]}"
    return _web_url(tidy)


def display_host(url: str) -> str:
    """The host that a reader is shown for a link, empty where there is none.

    A name in one foreign script stays as it is; one that mixes scripts, or foreign with ASCII letters, could pass
    for another and is shown in punycode.
    """
    safe = safe_url(url)
    if safe is None:
        return ""
    if safe.startswith("mailto:"):
        return safe.rpartition("@")[2]
    authority = safe.split("/", 3)[2]
    host = re.sub(r":[0-9]+$", "", re.split(r"[?#]", authority, maxsplit=1)[0])
    return host if host.isascii() or _is_one_script(host) else ".".join(map(_punycode, host.split(".")))


def _web_url(url: str) -> str | None:
    match = _WEB.fullmatch(url)
    if match is None:
        return None
    scheme, authority, path, query, fragment = match.groups(default="")
    host = _authority(authority)
    if host is None:
        return None
    return f"{scheme.lower()}://{host}{_encode(path)}{_encode(query)}{_encode(fragment)}"


def _authority(text: str) -> str | None:
    """Host and port in their even form, or None where the host is none or the port is too large."""
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    match = _AUTHORITY.fullmatch(lower)
    if match is None or not _is_host(match[1]) or int(match[2] or 0) > _MAX_PORT:
        return None
    return lower


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return host.count(":") > 1
    if len(host) > _MAX_HOST:
        return False
    if host.isascii():
        return bool(_ASCII_HOST.fullmatch(host))
    return all(label and all(map(_is_name_character, label)) for label in host.removesuffix(".").split("."))


def _is_name_character(character: str) -> bool:
    """Letters, their marks, digits and the hyphen: nothing invisible, no look-alike of a slash."""
    return character in "-_" or (unicodedata.category(character)[0] in "LMN" and character not in _BLANK_LETTERS)


def _encode(part: str) -> str:
    """A path, query or fragment with what it cannot hold percent-encoded; what is encoded stays."""
    return _ENCODED.sub(_percent, _PERCENT.sub("%25", part))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _is_one_script(host: str) -> bool:
    scripts = {unicodedata.name(character, "?").split()[0] for character in host if character.isalpha()}
    return len(scripts) == 1 and scripts != {"LATIN"} and not any(c.isascii() and c.isalpha() for c in host)


def _punycode(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
