"""The plain proof: explicit states, one at a time. The specification of `fast`."""
