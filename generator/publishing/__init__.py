"""Publishing: the edge, where engines run and files are written."""
