"""The build of the page: Python modules, compiled cases, the interpreter, and the files of a static page."""
