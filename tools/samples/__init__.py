"""Makes the sample reports that are PDF, DOCX and HTML from their sources."""
