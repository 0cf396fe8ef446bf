"""Settings of a project: `stancecli.yaml`, or `[tool.stancecli]` in pyproject.toml. docs/ci.md explains them."""

from stancecli.config.find import find_config
from stancecli.config.keys import SETTINGS
from stancecli.config.load import load_config
from stancecli.config.model import Config, Override, Setting
from stancecli.config.overrides import Overrides, yielding

__all__ = ["SETTINGS", "Config", "Override", "Overrides", "Setting", "find_config", "load_config", "yielding"]
