"""What Unicode's locale data (CLDR, by way of Babel) say of a language: its name, its calendar."""

from typing import Any, Final

WIDTHS: Final = {
    "months": ("months", "wide"),
    "days": ("days", "wide"),
    "days_short": ("days", "abbreviated"),
}


def locale_words(language: str) -> dict[str, Any]:
    """The labels that need no translator: the language's name, months, days and decimal sign.

    Only the language's code stands for the name of one that CLDR does not know.
    """
    from babel import Locale, UnknownLocaleError  # only here: it takes its time, and few languages need it

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {"language_name": language}
    name = locale.get_display_name(language.replace("-", "_")) or language
    words: dict[str, Any] = {"language_name": name[0].upper() + name[1:]}
    for label, (names, width) in WIDTHS.items():
        by_number = getattr(locale, names)["format"][width]
        words[label] = [by_number[number] for number in sorted(by_number)]
    words["decimal_sign"] = str(locale.number_symbols.get("latn", {}).get("decimal", ","))
    return words
