"""The side of the page that runs in Python: a sitting as plain data for JavaScript to show. No file of YAML, no screen."""
