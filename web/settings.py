"""The settings of the service: one table of name, default and help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import toml
from web.errors import BadSetting

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Its type is that of its default; a number is at least `minimum`."""

    name: str
    default: Value
    help: str
    minimum: int = 0

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return variable(self.name)


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return f"EVIDENCE_{name.upper()}"


SETTINGS = (
    Setting("data", "evidence-data", "Directory of the index."),
    Setting("frameworks", "", "Directory of inspection frameworks of your own, as TOML files."),
    Setting("host", "127.0.0.1", "Address to listen on."),
    Setting("port", 8000, "Port to listen on; 0 takes any that is free."),
    Setting(
        "hosts",
        "localhost 127.0.0.1",
        "Host names to answer to, with spaces between; a leading dot takes in subdomains.",
    ),
    Setting("proxies", 0, "Reverse proxies in front, whose X-Forwarded-* headers are believed."),
    Setting(
        "processes", 0, "Processes that answer; 0: one more than there are cores, four at most."
    ),
    Setting("threads", 4, "Requests that each process works on at once.", minimum=1),
    Setting("queue", 64, "Requests that may wait in each; beyond it the answer is 503.", minimum=1),
    Setting(
        "heavy_rate",
        "120 per minute",
        "Exports, feeds and drafts that one address may ask for; empty: no limit.",
    ),
    Setting("body", 200_000, "Largest request body in bytes: a draft.", minimum=1_000),
    Setting("rows", 100_000, "Most rows of an export, which says so when it is cut.", minimum=1),
    Setting("remembered", 1024, "Answers to searches remembered until the next commit."),
    Setting("metrics", False, "Serve figures for Prometheus at /metrics."),
    Setting("https", False, "Served over HTTPS: send HSTS and redirect plain HTTP."),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}
# Settings that there were, and what to do without them.
REMOVED = {"rate": "pages have no limit per address; leave it out, and see heavy_rate"}
SWITCHES = {"1": True, "true": True, "yes": True, "on": True}
SWITCHES |= {"0": False, "false": False, "no": False, "off": False, "": False}


def load_settings(
    environment: Mapping[str, str],
    file: Path | None = None,
    given: Mapping[str, Value] | None = None,
) -> dict[str, Value]:
    """Return a value for each setting: `given`, else the environment's, else the file's, else the
    default. Raise BadSetting for a wrong value, an unknown name or one that has been removed.
    """
    values = {setting.name: setting.default for setting in SETTINGS}
    for name, value in (read_file(file) if file else {}).items():
        values[name] = convert(name, value, str(file))
    for name in (*BY_NAME, *REMOVED):
        if (source := variable(name)) in environment:
            values[name] = convert(name, environment[source], source)
    for name, value in (given or {}).items():
        values[name] = convert(name, value, "given")
    return values


def read_file(file: Path) -> dict[str, Any]:
    """Return what a TOML file sets. Raise BadSetting where it cannot be read."""
    try:
        return toml.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSetting(f"{file}: cannot be read ({error}); give a TOML file") from error


def convert(name: str, value: object, source: str) -> Value:
    """Return the value as the type of the setting. Raise BadSetting, naming the source."""
    if name in REMOVED:
        raise BadSetting(f"{source}: the setting {name!r} was removed: {REMOVED[name]}")
    if name not in BY_NAME:
        raise BadSetting(f"{source}: no setting is called {name!r}; choose of {', '.join(BY_NAME)}")
    setting = BY_NAME[name]
    if isinstance(setting.default, bool):
        return parse_switch(setting, value, source)
    if isinstance(setting.default, int):
        return parse_number(setting, value, source)
    if not isinstance(value, str):
        raise BadSetting(f"{source}: {name} is {value!r}; give a text")
    return value


def parse_switch(setting: Setting, value: object, source: str) -> bool:
    """Return whether the value says yes. Raise BadSetting where it says neither yes nor no."""
    switch = SWITCHES.get(str(value).strip().lower())
    if switch is None:
        raise BadSetting(f"{source}: {setting.name} is {value!r}; give yes or no")
    return switch


def parse_number(setting: Setting, value: object, source: str) -> int:
    """Return the value as a whole number. Raise BadSetting where it is not one, or too small."""
    text = str(value).strip()
    if not (text.isascii() and text.isdigit() and int(text) >= setting.minimum):
        minimum = setting.minimum
        raise BadSetting(f"{source}: {setting.name} is {value!r}; give a number from {minimum} up")
    return int(text)
