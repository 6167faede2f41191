"""The Textual game: screens, widgets, themes and palette. It looks at a sitting from outside and holds no rules."""
