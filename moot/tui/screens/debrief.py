from textual.screen import Screen
class DebriefScreen(Screen[None]):
    def __init__(self, *a, **k):
        super().__init__()
