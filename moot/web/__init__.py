"""The game as a web page without a server: what the page calls (``page/``), its build (``build/``), and a local server."""
