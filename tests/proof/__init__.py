"""Proofs on the finished files: what leaves the house, opened and read part by part, against what each audience may see."""
