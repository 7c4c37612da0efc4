"""The faces of a response scale: only the mouth differs, by the answer's place in the scale."""

from generator.model.scale import ResponseScale


def mouth(scale: ResponseScale, index: int) -> float:
    """How a mouth is bent: -1 is turned down as far as it goes, 0 straight, 1 turned up.

    Args:
        scale: The scale.
        index: The answer's place in it, from 0.
    """
    return round(2 * index / (len(scale.points) - 1) - 1, 2)
