"""Forms: what WeasyPrint's form fields lack before readers, programs and screen readers can use them."""

from collections.abc import Callable
from typing import Any, Final

import pydyf

QUESTION: Final = "data-question"
"""The attribute that tells what a group of radio buttons asks; each button's title is its answer's."""


def finish_form(document: Any) -> Callable[[Any, pydyf.PDF], None]:
    """A finisher for a document's PDF that makes its fields sound.

    WeasyPrint 70 lists each radio button twice, under its group and as a field of the same name; calls its
    states 0, 1, 2 instead of what they mean; names the group after its first answer; and asks readers to draw
    all fields anew, which makes some lose check marks.

    Args:
        document: The HTML's root element.
    """
    buttons = [tag for tag in document.iter("input") if tag.get("type") == "radio"]
    questions = {tag.get("name"): tag.get(QUESTION) for tag in buttons}

    def finish(_: Any, pdf: pydyf.PDF) -> None:
        form = pdf.catalog.get("AcroForm")
        if form is None:
            return
        form["NeedAppearances"] = "false"
        by_reference = {thing.reference: thing for thing in pdf.objects}
        groups = [thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary) and "Kids" in thing]
        buttons = set()
        for group in groups:
            if group.get("FT") != "/Btn":
                continue
            group["TU"] = pydyf.String(questions[group["T"].string])
            for reference, value in zip(group["Kids"], group.pop("Opt"), strict=True):
                _name_state(by_reference[reference], value.string)
                buttons.add(reference)
        form["Fields"] = pydyf.Array(one for one in dict.fromkeys(form["Fields"]) if one not in buttons)

    return finish


def _name_state(button: Any, value: str) -> None:
    """Call a radio button's state what its answer is called, and leave its name to its group."""
    (drawn,) = button["AP"]["N"].values()
    button["AP"] = pydyf.Dictionary({"N": pydyf.Dictionary({value: drawn})})
    button.pop("T")
