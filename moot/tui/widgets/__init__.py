"""The widgets of the game. Only these touch Textual's own text widgets, and they take nothing but built text."""
