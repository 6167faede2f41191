"""What could have been: many sittings of one case, and what came of them."""
