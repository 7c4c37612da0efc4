"""`tangguh new`: begins parts of a course with files that are valid, and says what to do next."""
