"""Pages that follow authorities from one report to others."""
