"""Coverage, evidence and age on the page Sources and quality."""


def said(elements) -> str:
    return " ".join(element.value for element in elements).replace("\\", "")


def test_the_page_says_what_is_known_and_what_to_assess_first(frame, sample_file):
    app = frame(sample_file, url_path="sources")
    assert not app.exception
    first = app.table[0].value
    assert "**MINURSO**" in set(first["Mission"])
    assert first["Why, and what is missing"].str.contains("No figure in any area").any()
    assert "CC BY 4.0" in said(app.caption)


def test_a_mission_of_which_enough_is_known_has_nothing_to_assess_first(frame, sample_file):
    app = frame(sample_file, url_path="sources", mission="UNMIK")
    assert "has enough answers for a figure" in said(app.markdown)


def test_filters_that_change_nothing_are_said_to(frame, sample_file):
    app = frame(sample_file, url_path="sources", horizon="emerging", threat="ieds")
    assert "change nothing on this page" in said(app.caption)


def test_nothing_yet_leads_to_the_import(frame, empty_file):
    app = frame(empty_file, url_path="sources")
    assert "No approved assessment yet" in said(app.info)
