"""Lets every Python process that finds this first live on another day, and find files in another order.

The clock is shifted where Python asks for it, and in date and datetime themselves, so that whoever imported
them is shifted, too. Folders are listed backwards.
"""

import ctypes
import datetime
import gc
import os
import time

SHIFT = 500.3 * 24 * 3600
"""Seconds from today: another year, month, week, day and hour."""

_time, _time_ns = time.time, time.time_ns
_gmtime, _localtime, _strftime, _ctime = time.gmtime, time.localtime, time.strftime, time.ctime
_now, _scandir, _listdir = datetime.datetime.now, os.scandir, os.listdir


def shifted() -> float:
    return _time() + SHIFT


time.time = shifted
time.time_ns = lambda: _time_ns() + int(SHIFT * 1e9)
time.gmtime = lambda seconds=None: _gmtime(shifted() if seconds is None else seconds)
time.localtime = lambda seconds=None: _localtime(shifted() if seconds is None else seconds)
time.ctime = lambda seconds=None: _ctime(shifted() if seconds is None else seconds)
time.strftime = lambda form, moment=None: _strftime(form, time.localtime() if moment is None else moment)


def _replace(kind, **methods):
    """Give a built-in class other class methods."""
    own = gc.get_referents(kind.__dict__)[0]
    for name, method in methods.items():
        own[name] = classmethod(method)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


def _moment(kind, zone=None):
    return kind.fromtimestamp(shifted(), zone)


def _day(kind):
    return kind.fromtimestamp(shifted())


def _in_utc(kind):
    return kind.fromtimestamp(shifted(), datetime.UTC).replace(tzinfo=None)


_replace(datetime.datetime, now=_moment, utcnow=_in_utc, today=_day)
_replace(datetime.date, today=_day)


class _Backwards:
    """What `os.scandir` gives, the last first."""

    def __init__(self, *place):
        with _scandir(*place) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._entries = iter(())


os.scandir = _Backwards
os.listdir = lambda *place: sorted(_listdir(*place), reverse=True)
