"""The shapes of all content files as frozen models; the same definitions give editors their JSON Schemas."""
