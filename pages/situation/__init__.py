"""Pages that say how things stand."""
