"""Pictures of a case: boxes and arrows, their layout, SVG and text."""
