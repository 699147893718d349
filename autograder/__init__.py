"""Build, grade and report a course of notebooks with nbgrader."""
