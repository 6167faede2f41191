"""Reports as pages: one self-contained HTML file, or Markdown. Nothing is fetched, nothing runs."""
