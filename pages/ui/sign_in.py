"""Who is looking? Everybody is the one local viewer until sign-in exists."""

from unpol_data.access import LOCAL, Viewer


def current_viewer() -> Viewer:
    """The person in front of this session."""
    return LOCAL
