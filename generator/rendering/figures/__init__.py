"""Figures as drawings: where boxes, arrows and labels stand, and the words for those who do not see them."""
