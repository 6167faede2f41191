from textual.screen import Screen
class ChooseScreen(Screen[None]):
    def __init__(self, *a, **k):
        super().__init__()
