"""Moved to moot.choices."""

from moot.choices import *  # noqa: F403
