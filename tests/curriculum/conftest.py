"""The courses and builds that these tests share."""

from tests.publishing.built import (
    built_sample,
    real_course,
    real_handbooks,
    real_sheets,
    real_site,
    sample_course,
)

__all__ = ["built_sample", "real_course", "real_handbooks", "real_sheets", "real_site", "sample_course"]
