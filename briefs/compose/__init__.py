"""Selection and brief -> Document or Deck: numbering, contents, links and slide fitting are born here."""
