"""What can be done from the terminal? One command per file; `main` gathers them."""
