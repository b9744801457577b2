"""What the products say and how a few are written, kept as files that a person reads before accepting a change."""
