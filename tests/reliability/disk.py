"""A watched disk: what a process asks of it, what is safe on it, and what a power cut can leave.

Python's audit events and os.fsync announce, before it is done, each opening for writing, rename,
removal, making of a directory and fsync below one directory. A file's content is safe once the
file was synced, its name once its directory was. Nothing else is taken for granted.
"""

import os
import random
import sys
from pathlib import Path

WRITE_FLAGS = os.O_WRONLY | os.O_RDWR


class Disk:
    """Watches everything below `root`; calls `before` with each event and the file's name.

    `unsafe_contents` are files, `unsafe_names` files and directories, that are not safe yet.
    """

    def __init__(self, root, before=lambda event, name: None):
        self.root, self.before = str(root), before
        self.unsafe_contents, self.unsafe_names = set(), set()
        self.is_watching, self.fsync = True, os.fsync
        self.synced_names = SyncedNames(Path(root))
        sys.addaudithook(self.on_event)
        os.fsync = self.on_fsync

    def unsafe(self):
        """What a power cut could take: names, and contents of files that have any."""
        written = {path for path in self.unsafe_contents if os.path.getsize(path)}
        return sorted(self.unsafe_names | written)

    def on_event(self, event, args):
        if self.is_watching and event in HANDLERS:
            HANDLERS[event](self, args)

    def is_below_root(self, path):
        return str(path).startswith(self.root + os.sep)

    def on_open(self, args):
        path, _, flags = args
        if self.is_below_root(path) and flags & WRITE_FLAGS:
            self.before("open", os.path.basename(path))
            self.unsafe_contents.add(str(path))
            if not os.path.exists(path):
                self.unsafe_names.add(str(path))

    def on_rename(self, args):
        source, target = path_at(args[0], args[2]), path_at(args[1], args[3])
        if self.is_below_root(target):
            self.before("rename", os.path.basename(target))
            self.synced_names.keep(source)
            if source in self.unsafe_contents:
                self.unsafe_contents.add(target)
            self.forget(source)
            self.unsafe_names.add(target)

    def on_remove(self, args):
        path = path_at(*args)
        if self.is_below_root(path):
            self.before("remove", os.path.basename(path))
            self.synced_names.keep(path)
            self.forget(path)

    def on_mkdir(self, args):
        path = path_at(args[0], args[2])
        if self.is_below_root(path) and not os.path.exists(path):
            self.before("mkdir", os.path.basename(path))
            self.unsafe_names.add(path)

    def forget(self, path):
        self.unsafe_contents.discard(path)
        self.unsafe_names.discard(path)

    def on_fsync(self, handle):
        path = os.readlink(f"/proc/self/fd/{handle}")
        self.before("fsync", os.path.basename(path))
        self.fsync(handle)
        self.unsafe_contents.discard(path)
        self.unsafe_names = {name for name in self.unsafe_names if os.path.dirname(name) != path}
        if path == self.root:
            self.synced_names.update()

    def lose_power(self):
        """Leave any part of what is not safe: each name as it is or as it was when its directory
        was last synced, each file cut anywhere, or with zeros from anywhere on.
        """
        self.is_watching = False
        unsafe = sorted(self.unsafe_contents), sorted(self.unsafe_names)
        chance = random.Random(repr(unsafe))
        for path in self.unsafe_contents:
            if os.path.isfile(path):
                size = os.path.getsize(path)
                os.truncate(path, chance.randint(0, size))
                os.truncate(path, chance.choice((size, os.path.getsize(path))))
        self.synced_names.lose(chance)


HANDLERS = {
    "open": Disk.on_open,
    "os.rename": Disk.on_rename,
    "os.remove": Disk.on_remove,
    "os.rmdir": Disk.on_remove,
    "os.mkdir": Disk.on_mkdir,
}


def path_at(path, directory):
    """A path that may be given relative to the handle of a directory."""
    if directory < 0:
        return str(path)
    return os.path.join(os.readlink(f"/proc/self/fd/{directory}"), path)


class SyncedNames:
    """The names in a directory as they were last synced, and the files that had them."""

    def __init__(self, root):
        self.root, self.kept = root, root.with_name(f"{root.name}.inodes")
        self.names = {}
        self.update()

    def update(self):
        """The names as they are now are safe."""
        self.names = {path.name: self.keep(path) for path in self.files()}

    def files(self):
        return [path for path in self.root.glob("*") if path.is_file()]

    def keep(self, path):
        """Keep a file by a link, whatever becomes of its name; return the link."""
        if not os.path.isfile(path):
            return None
        link = self.kept / str(os.stat(path).st_ino)
        self.kept.mkdir(exist_ok=True)
        if not link.exists():
            os.link(path, link)
        return link

    def lose(self, chance):
        """Give each name that is not safe back to the file that had it, or not."""
        now = {path.name: self.keep(path) for path in self.files()}
        for name in sorted({*now, *self.names}):
            before = self.names.get(name)
            if now.get(name) != before and chance.random() < 0.5:
                (self.root / name).unlink(missing_ok=True)
                if before:
                    os.link(before, self.root / name)
