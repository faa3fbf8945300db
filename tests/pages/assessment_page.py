"""The page of assessments as tests read it and press its buttons."""


def texts(app) -> str:
    """All Markdown of a page, one after the other."""
    return "\n".join(element.value for element in app.markdown)


def shown(app) -> str:
    """What the tables of a page say."""
    return "\n".join(table.value.to_csv() for table in app.table)


def press(app, *keys: str):
    """Press buttons one after the other; none of them fails."""
    for key in keys:
        app.button(key=key).click().run()
        assert not app.exception
        assert not app.error
    return app


def told(app) -> str:
    """What the page says on top of the last step."""
    return app.success[0].value.replace("\\", "")


def keys(app) -> set[str]:
    """The buttons there are."""
    return {button.key for button in app.button}


def drawn(app, wanted: str) -> int:
    """At which turn an element with these words or this key is drawn on the page."""
    for turn, element in enumerate(app.main):
        said = f"{getattr(element, 'value', '')}".replace("\\", "")
        if wanted in said or wanted == getattr(element, "key", None):
            return turn
    raise AssertionError(f"{wanted} is not on the page")
