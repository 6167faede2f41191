"""After the last turn: the conference, the ruling, the debrief, and the opinions really written."""
