"""The fast proof: bit-parallel dynamic programming over the turns of the argument."""
