"""A snapshot to answers about wording: occurrences, usage, distinctive phrases, similar texts."""
