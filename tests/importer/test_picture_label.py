from __future__ import annotations

import pytest

from sitegen.importer.rules.classify import pieces
from sitegen.importer.rules.picture_label import picture_label

CAPTIONS = (
    "Image caption",
    "Legend of the image",
    "The legend of the picture",
    "Subtitle of the photo",
    "Photo foot",
    "Signature to the photo",
    "Pie de foto",
    "Légende de l'image",
    "Подпись к фото",
)
RIGHTS = (
    "Image copyright",
    "Author's right of the image",
    "Rights of author of the picture",
    "Copyright holder of the illustration",
    "Source of the image",
    "Droits d'auteur de l'image",
    "Direito de imagem",
    "Bildquelle",
)


@pytest.mark.parametrize("label", CAPTIONS)
@pytest.mark.parametrize("caption", ["A woman carries bread through the snow", "Two boys at the well, May 2018"])
@pytest.mark.parametrize("glue", ["", " ", ": "])
def test_a_caption_goes_with_its_picture_whatever_label_is_glued_to_it(label: str, glue: str, caption: str) -> None:
    assert [(piece.text, piece.action.value) for piece in pieces(label + glue + caption)] in (
        [(label, "remove"), (caption, "caption")],
        [(label + glue.strip(), "remove"), (caption, "caption")],
        [(label + glue + caption, "caption")],
    )


@pytest.mark.parametrize("label", RIGHTS)
@pytest.mark.parametrize("holder", ["", " Reuters", " Jane Doe"])
def test_whoever_holds_a_picture_s_rights_is_its_credit(label: str, holder: str) -> None:
    assert {piece.action.value for piece in pieces(label + holder)} == {"credit"}


@pytest.mark.parametrize(
    "line",
    [
        "The photo of the author was torn down by the crowd.",
        "Images of the attack spread within minutes.",
        "The source of the image is not known, the army said.",
        "Media rights groups condemned the arrest.",
        "Media Rights Watch condemned the arrest.",
        "Rights groups said that the picture was clear.",
        "Photographs by children of the camp were shown.",
        "The caption read: no way back.",
        "Video of the author speaking was shown in court.",
    ],
)
def test_a_sentence_that_begins_with_a_picture_is_no_label(line: str) -> None:
    assert [piece.rule for piece in pieces(line)] == [""]


def test_a_label_ends_where_the_next_word_begins_even_within_a_word() -> None:
    found = picture_label("Legend of the mediaRicardo Vilanova returns")
    assert found is not None
    assert found.is_caption
    assert found.end == len("Legend of the media")


def test_credit_and_caption_run_together_are_told_apart() -> None:
    found = pieces("Image rightsAFPLegend of the imageA boy waits at the gate")
    assert [(piece.text, piece.action.value) for piece in found] == [
        ("Image rights", "credit"),
        ("AFP", "credit"),
        ("Legend of the image", "remove"),
        ("A boy waits at the gate", "caption"),
    ]
