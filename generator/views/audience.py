"""What each audience sees: participants get neither the facilitator's plan nor any answer key."""

from enum import Enum

from generator.model.activity import BaseActivity
from generator.model.module import Module
from generator.model.session import Session


class Audience(Enum):
    """Who holds an edition in the hand."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    EVALUATION = "evaluation"


def for_audience(module: Module, audience: Audience | None) -> Module:
    """The module without what this audience must not see; all of it for None."""
    if audience is not Audience.PARTICIPANT:
        return module
    sessions = tuple(_participants_session(session) for session in module.sessions)
    return module.model_copy(update={"sessions": sessions, "evaluation": None})


def _participants_session(session: Session) -> Session:
    activities = tuple(
        activity.model_copy(update={"steps": (), "notes": ()})
        if isinstance(activity, BaseActivity)
        else activity
        for activity in session.activities
    )
    return session.model_copy(
        update={"activities": activities, "notes": (), "preparation": (), "materials": ()}
    )
