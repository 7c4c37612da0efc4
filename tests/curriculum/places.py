"""Where each text of a course belongs: its page on the site, and the handbooks that hold it."""

from generator.model import layout
from generator.model.edition import Edition
from generator.model.layout import COURSE
from tests.curriculum.course_texts import CourseTexts, ReadText
from tests.publishing.html_page import Element, squashed

FACILITATORS_ONLY = {"steps", "notes", "preparation"}
ON_HOME_PAGE = {"title", "subtitle", "summary"}
"""What the home page says of the course; the rest is told about it on a page of its own."""
COURSE_PAGES = {
    "glossary.yaml": "glossary.html",
    "contacts.yaml": "help.html",
    "wording.yaml": "wording.html",
}


def page_of(file: str) -> str | None:
    """The page that shows a curriculum file; None where its texts are shared by many."""
    match file.removesuffix(".yaml").split("/"):
        case ["programmes", programme]:
            return f"programmes/{programme}.html"
        case ["chapters", chapter]:
            return f"chapters/{chapter}.html"
        case ["evaluation"]:
            return "course/evaluation.html"
        case ["worksheets", sheet]:
            return f"course/sheets/{sheet}.html"
        case ["modules", module, "module"]:
            return f"{module}/index.html"
        case ["modules", module, "evaluation"]:
            return f"{module}/evaluation.html"
        case ["modules", module, "sessions", session]:
            return f"{module}/sessions/{session}.html"
        case ["modules", module, "worksheets", sheet]:
            return f"{module}/sheets/{sheet}.html"
        case _:
            return COURSE_PAGES.get(file)


def article(page: Element) -> str:
    """What the page itself says, without the site's navigation."""
    return squashed(page.one("article").text())


def page_of_text(text: ReadText) -> str | None:
    if text.file == COURSE:
        return "index.html" if text.fields[0] in ON_HOME_PAGE else "chapters/index.html"
    return page_of(text.file)


def of_module(texts: CourseTexts, module: str, edition: Edition) -> list[ReadText]:
    """The module's texts but for its evaluation and the sheets that this edition does not hold."""
    held = {
        layout.worksheet_file(home, sheet.slug)
        for home, sheet in texts.course.all_worksheets()
        if edition in sheet.editions
    }
    return [
        text
        for text in texts.of(f"modules/{module}/")
        if text.file in held or ("/worksheets/" not in text.file and "/evaluation" not in text.file)
    ]


def for_participants(texts: CourseTexts, module: str) -> list[ReadText]:
    """What participants must find: matter, messages, practice and sheets."""
    session, wanted = f"modules/{module}/sessions/", []
    for text in of_module(texts, module, "participant"):
        if text.file.startswith(session):
            of_session = text.fields[0] in ("title", "summary", "key_messages", "home_practice")
            if of_session or text.fields[1:] in (("reading",), ("script",)):
                wanted.append(text)
        elif text.file.endswith("/module.yaml"):
            if text.fields[0] in ("title", "summary", "objectives"):
                wanted.append(text)
        else:
            wanted.append(text)
    return wanted
