"""`python -m generator` and the command `tangguh`."""

from generator.commands.cli import main

if __name__ == "__main__":
    main()
