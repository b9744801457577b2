"""Renderers: one folder per output format, each from a Document or Deck to bytes."""
