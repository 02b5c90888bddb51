"""People and programs: pages, JSON API and the evidence command."""
