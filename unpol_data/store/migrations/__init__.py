"""How did the store's schema come to be? Released steps are never edited."""
