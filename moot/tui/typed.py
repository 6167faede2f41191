"""Terminal input that cannot be decoded is skipped; Textual's own key reader would end the game."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver

__all__ = ["forgiving"]


def forgiving(driver: type[Driver]) -> type[Driver]:
    """The driver, with a reader of keys that begins again after bytes that are not UTF-8 and malformed sequences.

    A driver that reads keys in another way (Windows, tests) is given back as it is.
    """
    read_keys = getattr(driver, "run_input_thread", None)
    if read_keys is None:
        return driver

    def run_input_thread(self: Any) -> None:
        while not self.exit_event.is_set():
            try:
                read_keys(self)
            except (ValueError, LookupError, TypeError):
                # Every key is its own event, so nothing but the unreadable piece is lost.
                continue

    return type(f"Forgiving{driver.__name__}", (driver,), {"run_input_thread": run_input_thread})
