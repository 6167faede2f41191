"""At the lectern: the roadmap, the speech as it is told, the choices, and what can be looked up."""
