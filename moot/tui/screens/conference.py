from textual.screen import Screen
class ConferenceScreen(Screen[None]):
    def __init__(self, *a, **k):
        super().__init__()
