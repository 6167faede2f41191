from textual.screen import Screen
class RulingScreen(Screen[None]):
    def __init__(self, *a, **k):
        super().__init__()
