"""How does one fill in the form of a record in a browser, as a reader would?"""

from contextlib import suppress

from playwright.sync_api import Page, TimeoutError, expect

# How often a list is opened, and how long it may take to show what is looked for.
TRIES, MOMENT = 5, 5_000


def choose(page: Page, label: str, option: str) -> None:
    """Choose one of a list in the open form, by keyboard: the list moves while it opens."""
    field = page.get_by_role("dialog").get_by_role("combobox", name=label, exact=True)
    field.click()
    field.fill(option)
    expect(page.get_by_role("option", name=option, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(field).to_have_value(option)


def pick(page: Page, label: str, option: str) -> None:
    """Choose one of a list of the page, which opens it anew where the moving page closed it."""
    field = page.get_by_role("combobox", name=label, exact=True)
    found = page.get_by_role("option", name=option, exact=True)
    for _ in range(TRIES):
        field.click()
        with suppress(TimeoutError):
            found.click(timeout=MOMENT)
            return
    raise AssertionError(f"The list {label} shows no {option}.")


def write(page: Page, label: str, text: str) -> None:
    """Write into a field of the open form."""
    page.get_by_role("dialog").get_by_role("textbox", name=label, exact=True).fill(text)


def count(page: Page, label: str, number: int) -> None:
    """Write a number into a field of the open form."""
    field = page.get_by_role("dialog").get_by_role("spinbutton", name=label, exact=True)
    field.fill(str(number))


def day(page: Page, label: str, digits: str) -> None:
    """Type a day, YYYYMMDD, into a field of the open form: year, month and day are three parts."""
    field = page.get_by_role("dialog").get_by_test_id("stDateInput").filter(has_text=label)
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(digits, delay=50)


def save(page: Page, said: str) -> None:
    """Save the form, and wait until the page says so."""
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_test_id("stMain")).to_contain_text(said, timeout=30_000)
