"""`tangguh serve`: the course in a browser, following every save."""

from pathlib import Path

import click

from generator.commands.options import curriculum_option, language_option, quiet_option


@click.command("serve")
@curriculum_option
@quiet_option
@language_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; other than this machine."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port, or the next free one after it; 0 takes any.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
def serve_command(
    curriculum: Path, quiet: bool, words: str, host: str, port: int, open_browser: bool
) -> None:
    """Show the course in a browser; every save shows by itself."""
    if not curriculum.is_dir():
        raise click.BadParameter(f"{curriculum} is no folder", param_hint="--curriculum")
    from generator.commands.live import run  # imported late: other commands do without a server

    run(curriculum, words, quiet, host, port, open_browser)
