"""Print the reference of all commands, docs/commands.md, from their own help: `make docs`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from stancecli.cli import cli

HEAD = """# Commands

`make docs` writes this page from the help of the commands. Exit codes: 0 fine, 1 a gate was crossed, 2 wrong usage, 3 an
input, a lexicon or a setting could not be used (3 beats 1), 130 Ctrl-C. A closed pipe ends silently with 0.
"""


def sections(command: click.Command, path: str, above: click.Context | None = None) -> Iterator[str]:
    """A section for a command, then for each of its own commands, the shortest way down."""
    settings = command.context_settings | {"terminal_width": 100}
    context = click.Context(command, info_name=path.split()[-1], parent=above, **settings)
    yield f"## {path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from sections(below, f"{path} {name}", context)


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, *sections(cli, "stancecli")])


if __name__ == "__main__":
    print(reference(), end="")
