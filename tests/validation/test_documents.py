"""Documents that earlier findings were taken from."""


def only_answers(tables):
    answers = tables["answers"].assign(evidence_grade="document")
    return {"answers": answers, "sites": tables["sites"]}


def test_answers_from_a_document_nobody_named_are_pointed_out(tables, found):
    (problem,) = found(only_answers(tables), "no_reference", mission_code="UNMISS")
    assert problem.severity == "warning"
    assert "4 answers were read from a document" in problem.words


def test_a_named_document_is_enough(tables, found):
    told = {"mission_code": "UNMISS", "reference": "SPC end-of-mission report, 14 Mar 2025"}
    assert found(only_answers(tables), "no_reference", **told) == []


def test_an_assessment_says_itself_what_it_is(tables, found):
    tables["answers"]["evidence_grade"] = "document"
    assert found(tables, "no_reference") == []


def test_answers_seen_on_site_need_no_document(tables, found):
    assert found({"answers": tables["answers"]}, "no_reference", mission_code="UNMISS") == []
