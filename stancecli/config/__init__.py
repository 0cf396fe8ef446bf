"""Settings of a project: `stancecli.yaml`, or `[tool.stancecli]` in pyproject.toml. docs/ci.md explains them.

What reads and checks a file (`config.load`, `config.keys`) is imported where there is one, to start faster without.
"""

from stancecli.config.find import find_config
from stancecli.config.model import Config, Override, Setting
from stancecli.config.overrides import Overrides, yielding

__all__ = ["Config", "Override", "Overrides", "Setting", "find_config", "yielding"]
