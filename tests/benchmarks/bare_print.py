"""Prints documents with WeasyPrint alone: the loop that a person would write.

python bare_print.py documents.json FOLDER
"""

import json
import sys
from pathlib import Path

from weasyprint import HTML


def main(facts: str, folder: str) -> None:
    listed = json.loads(Path(facts).read_text(encoding="utf-8"))
    for document in listed["documents"]:
        path = Path(folder) / document["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        HTML(string=document["html"], base_url=listed["base"]).write_pdf(
            path,
            stylesheets=document["style_sheets"],
            pdf_variant=listed["variant"],
            pdf_forms=document["form"],
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
