"""How one judge comes to a vote: what is before the court, what each argument counts, credit, findings, the walk."""
