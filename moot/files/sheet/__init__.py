"""Score sheets: the headings of a competition's ballot, and what of moot's ballot each looks at."""

from moot.files.sheet.read import Heading, Sheet, load_sheet, read_sheet, shipped_sheets

__all__ = ["Heading", "Sheet", "load_sheet", "read_sheet", "shipped_sheets"]
