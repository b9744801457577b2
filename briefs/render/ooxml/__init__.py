"""What every Office package is made of: zip entries, relationships, content types and escaped text."""
