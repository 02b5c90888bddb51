"""Pages that were asked before: the same until something is committed to the collection."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping

from flask import Flask

from web.settings import Value


class Remembered:
    """The last `most` pages made of one snapshot; another snapshot begins anew. Safe in threads."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.of: object = None
        self.pages: OrderedDict[Hashable, str] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, of: object, key: Hashable, make: Callable[[], str]) -> str:
        """Returns the page of the key, made of the snapshot `of` where it is not remembered."""
        with self.lock:
            if of is not self.of:
                self.of = of
                self.pages.clear()
            if key in self.pages:
                self.pages.move_to_end(key)
                return self.pages[key]
        page = make()
        with self.lock:
            if of is self.of:
                self.pages[key] = page
            while len(self.pages) > self.most:
                self.pages.popitem(last=False)
        return page


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Gives the application its memory of pages."""
    app.extensions["remembered"] = Remembered(int(settings["remembered"]))
