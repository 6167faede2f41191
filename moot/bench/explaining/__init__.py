"""Why a judge voted so, and what would have turned the vote."""
