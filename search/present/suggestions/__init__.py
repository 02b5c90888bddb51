"""Other requests worth making, in place of the one that was answered or beside it."""
