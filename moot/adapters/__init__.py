"""The engine through other people's interfaces. Each needs the `conformance` extra."""
