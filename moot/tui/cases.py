"""Cases read when a screen first asks for one, and only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.errors import MootError

if TYPE_CHECKING:
    from moot.case import Case

__all__ = ["CasesRead"]


class CasesRead(dict[str, "Case | MootError"]):
    """By id or path: the case, or why it cannot be read. ``in`` and ``get`` read nothing."""

    def read(self, id: str) -> Case | MootError:
        """The case, read now if it has not been."""
        from moot.files.loading import load_case  # The first frame does not wait for the reader.

        if id not in self:
            try:
                self[id] = load_case(id)
            except MootError as error:
                self[id] = error
        return self[id]
