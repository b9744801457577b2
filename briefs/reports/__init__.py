"""Answers about content that is not printed in any product: what is in or out and why, what the backlog still lacks."""
