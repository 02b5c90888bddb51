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
    """One setting. Its type is that of its default; a number is at least `least`."""

    name: str
    default: Value
    help: str
    least: int = 0

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"EVIDENCE_{self.name.upper()}"


SETTINGS = (
    Setting("data", "evidence-data", "Directory of the index."),
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
    Setting("threads", 4, "Requests that each process works on at once.", least=1),
    Setting("queue", 64, "Requests that may wait in each; beyond it the answer is 503.", least=1),
    Setting("rate", "120000 per minute", "Requests that one address may make; empty: no limit."),
    Setting("heavy_rate", "120 per minute", "The same for exports, feeds and drafts."),
    Setting("body", 200_000, "Largest request body in bytes: a draft.", least=1_000),
    Setting("rows", 100_000, "Most rows of an export, which says so when it is cut.", least=1),
    Setting("remembered", 1024, "Answers to searches remembered until the next commit."),
    Setting("metrics", False, "Serve figures for Prometheus at /metrics."),
    Setting("https", False, "Served over HTTPS: send HSTS and redirect plain HTTP."),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}
TRUTHS = {"1": True, "true": True, "yes": True, "on": True}
TRUTHS |= {"0": False, "false": False, "no": False, "off": False, "": False}


def load(
    environment: Mapping[str, str],
    file: Path | None = None,
    given: Mapping[str, Value] | None = None,
) -> dict[str, Value]:
    """Returns a value for each setting: `given`, else the environment's, else the file's, else
    the default. Raises BadSetting for a wrong value or an unknown name.
    """
    values = {setting.name: setting.default for setting in SETTINGS}
    for name, value in (from_file(file) if file else {}).items():
        values[name] = taken(name, value, str(file))
    for setting in SETTINGS:
        if setting.variable in environment:
            text = environment[setting.variable]
            values[setting.name] = taken(setting.name, text, setting.variable)
    for name, value in (given or {}).items():
        values[name] = taken(name, value, "given")
    return values


def from_file(file: Path) -> dict[str, Any]:
    """Returns what a TOML file sets. Raises BadSetting where it cannot be read."""
    try:
        return toml.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSetting(f"{file}: cannot be read ({error}); give a TOML file") from error


def taken(name: str, value: object, where: str) -> Value:
    """Returns the value as the setting's type. Raises BadSetting."""
    if name not in BY_NAME:
        raise BadSetting(f"{where}: no setting is called {name!r}; choose of {', '.join(BY_NAME)}")
    setting = BY_NAME[name]
    if isinstance(setting.default, bool):
        return truth(setting, value, where)
    if isinstance(setting.default, int):
        return number(setting, value, where)
    if not isinstance(value, str):
        raise BadSetting(f"{where}: {name} is {value!r}; give a text")
    return value


def truth(setting: Setting, value: object, where: str) -> bool:
    """Returns whether the value says yes. Raises BadSetting where it says neither."""
    answer = TRUTHS.get(str(value).strip().lower())
    if answer is None:
        raise BadSetting(f"{where}: {setting.name} is {value!r}; give yes or no")
    return answer


def number(setting: Setting, value: object, where: str) -> int:
    """Returns the value as a whole number. Raises BadSetting where it is none or too small."""
    text = str(value).strip()
    if not (text.isascii() and text.isdigit() and int(text) >= setting.least):
        least = setting.least
        raise BadSetting(f"{where}: {setting.name} is {value!r}; give a number from {least} up")
    return int(text)
