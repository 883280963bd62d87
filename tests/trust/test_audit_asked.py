"""The audit asks of an article what can be asked of it: a report that is only described has no raw file."""

from sitegen.survey import audit

ARTICLE = "content/articles/2018-09-11-report.md"
DESCRIBED = "---\ntitle: Dead at the ford\ndate: 2018-09-11\nsource: paper\nlanguage: en\n---\n"
OF_A_TEXT = {
    "authenticity: the raw file, unchanged",
    "working copy apart from the evidence",
    "chain of custody",
    "collected by whom",
}


def lacking(small):
    (one,) = audit(small.root)
    return one, {demand for demand, _ in one.missing}


def test_a_text_that_is_held_is_asked_for_its_raw_file(small):
    assert lacking(small)[1] >= OF_A_TEXT


def test_a_described_report_is_not_asked_for_a_raw_file(small):
    whole = lacking(small)[0]
    small.write(ARTICLE, DESCRIBED)
    described, missing = lacking(small)
    assert not missing & OF_A_TEXT
    assert described.asked == whole.asked - len(OF_A_TEXT)
    assert described.met + len(described.missing) == described.asked


def test_a_described_report_with_a_seed_is_asked_for_it(small):
    seed = f"seed: {{file: seeds/one.txt, sha256: {'0' * 64}}}\nlanguage: en"
    small.write(ARTICLE, DESCRIBED.replace("language: en", seed))
    assert lacking(small)[1] >= OF_A_TEXT


def test_the_rights_of_the_source_name_their_holder(small):
    small.write(ARTICLE, DESCRIBED)
    assert "rights and their holder" in lacking(small)[1]
    small.edit(
        "content/sources/paper.md", "kind: newspaper", "kind: newspaper\ndefault_rights: {publish: full, holder: P}"
    )
    assert "rights and their holder" not in lacking(small)[1]
