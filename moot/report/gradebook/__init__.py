"""A gradebook: many sittings, a row for each side that a person argued, by student and case."""

from moot.report.gradebook.csv import gradebook_csv
from moot.report.gradebook.page import gradebook_html
from moot.report.gradebook.rows import Row, rows_of, students
from moot.report.gradebook.text import gradebook_lines

__all__ = ["Row", "gradebook_csv", "gradebook_html", "gradebook_lines", "rows_of", "students"]
