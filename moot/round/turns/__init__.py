"""Turns at the lectern: their phases, the machine of phases, and their time."""
