"""Themes as data: a dark one, a light one, and one of high contrast."""

from __future__ import annotations

from textual.theme import Theme

__all__ = ["CONTRAST", "DEFAULT", "THEMES", "THEME_WORDS"]

DEFAULT, PAPER, CONTRAST = "moot", "moot-paper", "moot-contrast"

THEME_WORDS = {DEFAULT: "dark", PAPER: "light", CONTRAST: "high contrast"}
"""What a person calls each theme."""

THEMES: tuple[Theme, ...] = (
    Theme(
        name=DEFAULT,
        primary="#d3ab63",
        secondary="#86b3c6",
        accent="#d3ab63",
        foreground="#dcd7ca",
        background="#15171b",
        surface="#1b1e23",
        panel="#23272e",
        success="#93ba7a",
        warning="#e0b04c",
        error="#dd7c70",
        dark=True,
        variables={
            "text-muted": "#9d988b",
            "text-success": "#93ba7a",
            "text-warning": "#e0b04c",
            "text-error": "#e08a7e",
            "block-cursor-background": "#2b3038",
            "block-cursor-foreground": "#f1ecdf",
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": "#22262c",
            "block-cursor-blurred-foreground": "#dcd7ca",
            "block-cursor-blurred-text-style": "none",
            "scrollbar": "#4b535f",
            "scrollbar-background": "#15171b",
            "scrollbar-background-hover": "#15171b",
            "scrollbar-background-active": "#15171b",
            "scrollbar-hover": "#5d6674",
            "scrollbar-active": "#d3ab63",
            "border": "#363c46",
        },
    ),
    Theme(
        name=PAPER,
        primary="#7a4b12",
        secondary="#1f5a72",
        accent="#7a4b12",
        foreground="#25221d",
        background="#f7f3e9",
        surface="#f1ecdf",
        panel="#e7e0cf",
        success="#3f6b26",
        warning="#8a5a00",
        error="#a1271b",
        dark=False,
        variables={
            "text-muted": "#655f52",
            "text-success": "#3a6123",
            "text-warning": "#7d5200",
            "text-error": "#9b2418",
            "block-cursor-background": "#e0d7c1",
            "block-cursor-foreground": "#181611",
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": "#e9e2d1",
            "block-cursor-blurred-foreground": "#25221d",
            "block-cursor-blurred-text-style": "none",
            "scrollbar": "#b3a88e",
            "scrollbar-background": "#f7f3e9",
            "scrollbar-background-hover": "#f7f3e9",
            "scrollbar-background-active": "#f7f3e9",
            "border": "#c9bfa8",
        },
    ),
    Theme(
        name=CONTRAST,
        primary="#ffe14d",
        secondary="#6fe3ff",
        accent="#ffe14d",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#7dff7d",
        warning="#ffe14d",
        error="#ff9c9c",
        dark=True,
        variables={
            "text-muted": "#e0e0e0",
            "text-success": "#7dff7d",
            "text-warning": "#ffe14d",
            "text-error": "#ff9c9c",
            "block-cursor-background": "#0a3d91",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": "#4d4d4d",
            "block-cursor-blurred-foreground": "#ffffff",
            "block-cursor-blurred-text-style": "bold",
            "scrollbar": "#ffffff",
            "scrollbar-background": "#000000",
            "border": "#ffffff",
        },
    ),
)
