"""Assignments: what a coach sets, in one small file."""

from moot.files.assignment.read import Assignment, load_assignment, read_assignment

__all__ = ["Assignment", "load_assignment", "read_assignment"]
