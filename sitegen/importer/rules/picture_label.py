"""A picture's label by the words it is made of, in any order: what translation leaves of "Image caption".

"Image caption" went out as "Légende de l'image" and came back as "Legend of the image"; "Image copyright" came back as
"Author's right of the image", "Rights of the picture", "Copyright holder of the illustration". No list has them all,
but each is a word for a picture, a word for what is said of it, and small words between.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.importer.fold import key

_PICTURES = """
    image images picture pictures photo photos photograph photographs photography illustration illustrations video
    videos media medium multimedia footage figure infographic
    imagen imagenes foto fotos fotografia ilustracion imagem fotografie bild bilder bildes medien immagine immagini
    фото фотографии фотография снимок снимку снимка изображение изображения изображению изображении иллюстрация
    иллюстрации видео медиа світлина світлини світлині зображення ілюстрація ілюстрації відео медіа
"""
_CAPTIONS = """
    caption captions legend legends subtitle subtitles inscription description signature footer foot comment commentary
    legende legendes leyenda leyendas pie legenda legendas didascalia didascalie bildunterschrift beschriftung
    подпись подписи описание комментарий підпис підписи опис
"""
_RIGHTS = """
    copyright copyrights right rights author authors author's authorship holder owner ownership credit credits source
    sources property origin attribution courtesy rightsholder
    droit droits auteur auteurs credit source derecho derechos autor autores fuente credito creditos direito direitos
    fonte diritto diritti autore rechte urheber urheberrecht quelle
    автор автора авторы права право правообладатель источник авторские авторское джерело
"""
_SMALL = """
    the a an of to for on by in from at and is s d l de del della dell dello du des la le les el los las do da dos das
    di der die das des zum zur zu von im к до на из из- від
"""
_ONLY_WITH_PICTURES = frozenset({"media", "medium", "multimedia", "medien", "медиа", "медіа"})
_NO_LABEL_OF_MEDIA = frozenset({"right", "rights", "author", "authors", "owner", "owners", "ownership", "property"})
_TOKEN = re.compile(r"[A-ZÀ-ÞА-ЯІЇЄҐ]*[^\W\d_A-ZÀ-ÞА-ЯІЇЄҐ]*")
_BETWEEN = re.compile(r"[ \u00a0'’`-]*")
MOST_WORDS = 9


class PictureLabel(NamedTuple):
    """A label at the start of a text: where it ends, and whether it is of a caption or of a picture's rights."""

    end: int
    is_caption: bool


def _kinds() -> dict[str, str]:
    """Each word with what it says; that of a caption wins over that of a right."""
    named = (("small", _SMALL), ("picture", _PICTURES), ("right", _RIGHTS), ("caption", _CAPTIONS))
    return {key(word): kind for kind, words in named for word in words.split()}


KINDS = _kinds()


def picture_label(text: str) -> PictureLabel | None:
    """The label that a text begins with: a word for a picture and one for its caption or its rights, in any order.

    It ends where it is whole and something else begins, even in the midst of a word ("captionA woman", "mediaJane").
    """
    said: list[str] = []
    kinds: set[str] = set()
    at = end = 0
    while len(said) < MOST_WORDS and (token := _TOKEN.match(text, at)) and token[0]:
        kind = KINDS.get(key(token[0]))
        if kind is None or (_is_whole(kinds) and (kind == "small" or (token[0][0].isupper() and said[-1].islower()))):
            break
        said.append(token[0])
        kinds.add(kind)
        end = token.end() if kind != "small" else end
        at = _BETWEEN.match(text, token.end()).end()  # type: ignore[union-attr]
    return PictureLabel(end, "caption" in kinds) if _is_whole(kinds) and _is_possible(said) else None


def _is_whole(kinds: set[str]) -> bool:
    return "picture" in kinds and bool(kinds & {"caption", "right"})


def _is_possible(said: list[str]) -> bool:
    """Whether the words make a label: "media rights" and "media owner" are of newspapers and broadcasters."""
    words = {key(word) for word in said}
    return not (words & _ONLY_WITH_PICTURES and words & _NO_LABEL_OF_MEDIA)
