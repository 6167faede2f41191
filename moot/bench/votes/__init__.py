"""From votes to opinions: the judgment, who stands with whom, who joins in part and who writes separately."""
