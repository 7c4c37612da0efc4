"""The command line: reads options, calls the parts below, prints, and sets the exit code."""
