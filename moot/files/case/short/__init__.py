"""The short form of a case file: other ways to write some keys, in fewer lines and references (docs/case-format.md).

What is written short is written out, as values that still know where they stand, before the shape of the file is read. So long
and short may be mixed, mean the same case, and are checked by the same rules.
"""
