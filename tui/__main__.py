"""Where the program begins: the start screen, or a command. Whatever goes wrong is one sentence, and exit code 2."""

from __future__ import annotations

import sys

from sessions.trouble import TroubleError
from tui.leading import leading
from tui.run import run


def main() -> None:
    """Run the program."""
    before = leading(sys.argv[1:])
    try:
        before.check()
        if before.rest:
            from tui.commands import cli

            cli()
        else:
            run(before)
    except TroubleError as error:
        sys.stderr.write(before.words.trouble(error) + "\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
