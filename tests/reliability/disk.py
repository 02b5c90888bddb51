"""A disk that is watched: what it is asked to do, what is safe on it, and what a power cut readers.

Python's audit events and os.fsync tell each opening for writing, renaming, removing, making of a
directory and fsync below one directory, before it is done. A file's content is safe once the file
was synced, its name once the directory was: nothing else is taken for granted.
"""

import os
import random
import sys
from pathlib import Path

WRITES = os.O_WRONLY | os.O_RDWR


class Disk:
    """Watches all below `root`; `before` is told of each event, and of the file's name.

    `contents` are files and `names` the names of files and directories that are not safe yet.
    """

    def __init__(self, root, before=lambda event, name: None):
        self.root, self.before = str(root), before
        self.contents, self.names = set(), set()
        self.watching, self.fsync = True, os.fsync
        self.inodes = Inodes(Path(root))
        sys.addaudithook(self.heard)
        os.fsync = self.synced

    def unsafe(self):
        """What a power cut could take: names, and contents where there are any."""
        written = {path for path in self.contents if os.path.getsize(path)}
        return sorted(self.names | written)

    def heard(self, event, args):
        if self.watching and event in HEARD:
            HEARD[event](self, args)

    def within(self, path):
        return str(path).startswith(self.root + os.sep)

    def opened(self, args):
        path, _, flags = args
        if self.within(path) and flags & WRITES:
            self.before("open", os.path.basename(path))
            self.contents.add(str(path))
            if not os.path.exists(path):
                self.names.add(str(path))

    def renamed(self, args):
        source, target = placed(args[0], args[2]), placed(args[1], args[3])
        if self.within(target):
            self.before("rename", os.path.basename(target))
            self.inodes.keep(source)
            if source in self.contents:
                self.contents.add(target)
            self.forget(source)
            self.names.add(target)

    def removed(self, args):
        path = placed(*args)
        if self.within(path):
            self.before("remove", os.path.basename(path))
            self.inodes.keep(path)
            self.forget(path)

    def made(self, args):
        path = placed(args[0], args[2])
        if self.within(path) and not os.path.exists(path):
            self.before("mkdir", os.path.basename(path))
            self.names.add(path)

    def forget(self, path):
        self.contents.discard(path)
        self.names.discard(path)

    def synced(self, handle):
        path = os.readlink(f"/proc/self/fd/{handle}")
        self.before("fsync", os.path.basename(path))
        self.fsync(handle)
        self.contents.discard(path)
        self.names = {name for name in self.names if os.path.dirname(name) != path}
        if path == self.root:
            self.inodes.settle()

    def lose_power(self):
        """Leaves of what is not safe any part: each name as it is or as it was when the directory
        was last synced, each file cut anywhere, or with zeros from anywhere on.
        """
        self.watching = False
        chance = random.Random(repr((sorted(self.contents), sorted(self.names))))
        for path in self.contents:
            if os.path.isfile(path):
                size = os.path.getsize(path)
                os.truncate(path, chance.randint(0, size))
                os.truncate(path, chance.choice((size, os.path.getsize(path))))
        self.inodes.lose(chance)


HEARD = {
    "open": Disk.opened,
    "os.rename": Disk.renamed,
    "os.remove": Disk.removed,
    "os.rmdir": Disk.removed,
    "os.mkdir": Disk.made,
}


def placed(path, directory):
    """A path that may be told beside the handle of its directory."""
    return (
        os.path.join(os.readlink(f"/proc/self/fd/{directory}"), path)
        if directory >= 0
        else str(path)
    )


class Inodes:
    """The names in a directory as they were last synced, and the files that had them."""

    def __init__(self, root):
        self.root, self.kept = root, root.with_name(f"{root.name}.inodes")
        self.names = {}
        self.settle()

    def settle(self):
        """The names as they are now are safe."""
        self.names = {path.name: self.keep(path) for path in self.files()}

    def files(self):
        return [path for path in self.root.glob("*") if path.is_file()]

    def keep(self, path):
        """Keeps a file in reach, whatever becomes of its name; returns what it is known by."""
        if not os.path.isfile(path):
            return None
        known = self.kept / str(os.stat(path).st_ino)
        self.kept.mkdir(exist_ok=True)
        if not known.exists():
            os.link(path, known)
        return known

    def lose(self, chance):
        """Gives each name that is not safe back to what had it, or not."""
        now = {path.name: self.keep(path) for path in self.files()}
        for name in sorted({*now, *self.names}):
            before = self.names.get(name)
            if now.get(name) != before and chance.random() < 0.5:
                (self.root / name).unlink(missing_ok=True)
                if before:
                    os.link(before, self.root / name)
