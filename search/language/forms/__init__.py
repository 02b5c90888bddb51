"""The forms in which reports print one word: joined, with hyphens, apart, shortened."""
