"""Moved to moot.spoken."""

from moot.spoken import *  # noqa: F403
