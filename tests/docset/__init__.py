"""The real doc set, built once, held against what its readers were promised."""
