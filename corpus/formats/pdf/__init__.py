"""The bytes of a PDF in, the lines of its pages out, with what was left out of them and why."""
