"""The words of opinions: templates, phrases, grammar, quotations."""
