"""The method note, and one priority of the store worked out."""


def said(elements) -> str:
    return " ".join(element.value for element in elements).replace("\\", "")


def test_one_priority_is_worked_out_step_by_step(frame, sample_file):
    app = frame(sample_file, url_path="method")
    assert not app.exception
    words = said(app.markdown)
    for step in (
        "1. The answers about",
        "2. Five dimensions",
        "3. From sites",
        "4. Threat pressure",
        "5. Priority",
    ):
        assert step in words
    assert len(app.table) == 5


def test_the_filters_choose_what_is_worked_out(frame, sample_file):
    app = frame(sample_file, url_path="method", mission="BINUH", area="cyber")
    assert "**BINUH · Cybercrime investigation and cyber protection**" in said(app.markdown)


def test_the_whole_note_stands_beside_it(frame, sample_file):
    assert "Example 16" in said(frame(sample_file, url_path="method").markdown)


def test_a_mission_without_evidence_gives_no_example(frame, sample_file):
    app = frame(sample_file, url_path="method", mission="MINURSO")
    assert "not enough evidence" in said(app.info)


def test_nothing_yet_leads_to_the_import(frame, empty_file):
    app = frame(empty_file, url_path="method")
    assert "No approved assessment yet" in said(app.info)
    assert "Example 16" in said(app.markdown)
