"""Audience-specific Word briefs and PowerPoint decks from one tagged content source."""
