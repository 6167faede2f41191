"""The paragraphs of an opinion: each kind of opinion, each step, notes, the syllabus."""
