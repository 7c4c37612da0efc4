"""Options that the commands of `tangguh new` share, and what is usual where nothing is said."""

from collections.abc import Callable
from typing import Final

import click

from generator.commands.options import curriculum_option, language_option

USUAL_MINUTES: Final = 90
MOST_MINUTES: Final = 600

title_option = click.option("--title", help="Its title, in the course's source language.")
slug_option = click.option("--slug", help="Its name for ever: small letters, digits and hyphens.")
minutes_option = click.option("--minutes", help=f"How long a session takes; {USUAL_MINUTES} if not said.")
yes_option = click.option("--yes", is_flag=True, help="Ask nothing; take what is usual.")


def shared_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every `tangguh new`."""
    return curriculum_option(language_option(yes_option(command)))
