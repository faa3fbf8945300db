"""Facts and scores together, one module per page: what every page, document and export shows."""
