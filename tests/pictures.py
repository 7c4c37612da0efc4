"""Pictures for tests, made when they are asked for."""

from io import BytesIO

from PIL import Image


def dot(kind: str = "PNG", size: tuple[int, int] = (4, 3), **options: object) -> bytes:
    """A picture in one colour, sound unless its size is not."""
    data = BytesIO()
    Image.new("L", size).save(data, kind, **options)
    return data.getvalue()
