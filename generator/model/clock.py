"""Times of day as minutes, and back."""


def minutes_of(time: str) -> int:
    """Minutes since midnight of an ``HH:MM`` time."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def clock_time(minutes: int) -> str:
    """The ``HH:MM`` time this many minutes after midnight."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
