"""Screens of pages that are read: the brief, the transcript, and what all of them do alike."""
