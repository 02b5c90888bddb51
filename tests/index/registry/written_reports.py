"""Reports whose files are written, so that it shows whether a file is still in place."""

import hashlib
from dataclasses import replace

from corpus.model import Source
from tests.index.reports import report


def write_report(folder, file, *texts, **fields):
    """A report of some texts, and its file in a folder with all that tells it from others.

    Its id is that of one authority, framework and day, unless `name` is another.
    """
    name = fields.pop("name", "ash-ilacs-2020-01-31")
    content = repr((texts, sorted(fields.items()))).encode()
    (folder / file).write_bytes(content)
    source = Source(str(folder / file), hashlib.sha256(content).hexdigest(), None)
    fields = {"title": "Inspection of Ash", "authority": "Ash", **fields}
    return replace(report(name, *texts, **fields), source=source)
