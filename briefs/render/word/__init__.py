"""Word: a Document and the template to the bytes of a brief."""
