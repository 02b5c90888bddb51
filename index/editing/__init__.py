"""Changes to reports that an index holds, without reading their files."""
