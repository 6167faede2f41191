"""The start, and where it leads: the docket, the path, records, history, five minutes of practice."""
