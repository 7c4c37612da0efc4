"""Progress of a long command: a line that moves on a terminal, plain lines elsewhere."""

import sys


class ProgressLine:
    """Shows what was just made and how much is left."""

    def __init__(self, quiet: bool, verbose: bool = False) -> None:
        self.quiet = quiet
        self.moving = sys.stderr.isatty() and not verbose

    def show(self, made: str, number: int, total: int) -> None:
        """Say that something is made; it is the number-th of total."""
        if self.quiet:
            return
        if self.moving:
            filled = 24 * number // max(1, total)
            bar = "#" * filled + "." * (24 - filled)
            print(f"\r\x1b[K[{bar}] {number}/{total} {made}", end="", file=sys.stderr, flush=True)
        else:
            print(f"{number}/{total} {made}", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """Leave the terminal's line free again."""
        if self.moving and not self.quiet:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def say(self, text: str) -> None:
        """Print a closing line."""
        if not self.quiet:
            print(text)
