"""Benchmarks: each figure beside its budget and beside its peer, taken in turn in the same run; no timed tests."""
