"""The model of a case for SPIN, an independent model checker, written from the rules."""
