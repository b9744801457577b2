"""Immutable values that the stages hand to one another: one root type a stage, no behaviour that needs a library."""
