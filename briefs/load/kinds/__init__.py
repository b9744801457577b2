"""One reader for each kind of content file: a tree in, values on the shelf out."""
