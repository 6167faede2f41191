"""One sitting: session, events, set-up and replay; what a face shows of it (showing), its words (words), and practice."""
