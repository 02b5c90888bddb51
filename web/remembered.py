"""Pages that were asked before: the same until something is committed to the collection."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping

from flask import Flask

from web.settings import Value


class Remembered:
    """The last `most` pages made of one snapshot; another snapshot begins anew. Safe in threads."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.of: Callable[[], object] = lambda: None
        self.pages: OrderedDict[Hashable, str] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, of: object, key: Hashable) -> str | None:
        """Returns the page of the key, if one made of the snapshot `of` is remembered."""
        with self.lock:
            if self.of() is not of or key not in self.pages:
                return None
            self.pages.move_to_end(key)
            return self.pages[key]

    def keep(self, of: object, key: Hashable, page: str) -> None:
        """Remembers a page made of the snapshot `of`, and forgets those of any other."""
        with self.lock:
            if self.of() is not of:
                # A weak hold: a commit that is over is not kept for pages that nobody will ask.
                self.of = weakref.ref(of)
                self.pages.clear()
            self.pages[key] = page
            while len(self.pages) > self.most:
                self.pages.popitem(last=False)


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Gives the application its memory of pages."""
    app.extensions["remembered"] = Remembered(int(settings["remembered"]))
