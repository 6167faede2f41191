"""One sitting: session, events, choices, set-up, replay, and the words spoken."""
