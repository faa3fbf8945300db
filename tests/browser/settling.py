"""When has a page come to rest?"""

from playwright.sync_api import Page

# The server has nothing to do, nothing on the page is old or still loading, and it has
# been so for a third of a second: a click takes a moment to become a rerun.
AT_REST = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const busy = !app
        || app.dataset.testScriptState !== 'notRunning'
        || app.dataset.testConnectionState !== 'CONNECTED'
        || document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
        || document.fonts.status !== 'loaded'
        || !document.querySelector('h1');
    if (busy) { window.restingSince = undefined; return false; }
    window.restingSince ??= performance.now();
    return performance.now() - window.restingSince > 350;
}"""


def settled(page: Page, *, seconds: float = 30) -> Page:
    """The same page once it is at rest; fails where that takes longer than `seconds`."""
    page.evaluate("window.restingSince = undefined")
    page.wait_for_function(AT_REST, timeout=1000 * seconds)
    return page


def address(page: Page) -> str:
    """Path and query in the browser's address bar; Playwright's own note of it can be late."""
    return page.evaluate("location.pathname + location.search")
