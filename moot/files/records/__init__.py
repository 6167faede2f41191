"""Records: one sitting as an append-only log of events, safe against a crash at any instant.

A record is JSON Lines. The first line is the header; then one line a move, ``{"n": 1, "move": "plead p-riot", ...}``, or
``{"undo": 2, ...}`` where moves were taken back. ``words`` beside a move is a hash of what was said, ``sum`` a checksum of
the line. A line is on the disk before :meth:`Record.append` returns. What a crash leaves of a last line is dropped when
the record is read, and cut off when it is continued.
"""

from moot.files.records.folder import Kept, kept, newest, newest_first, readable, records, unreadable
from moot.files.records.header import RECORD_FORMAT, Header, judge_hash, new_header
from moot.files.records.lines import Line
from moot.files.records.reading import MAX_BYTES, SUFFIX, RecordData, read_record
from moot.files.records.words import same_words, words_hash
from moot.files.records.writing import Record

__all__ = [
    "MAX_BYTES",
    "RECORD_FORMAT",
    "SUFFIX",
    "Header",
    "Kept",
    "Line",
    "Record",
    "RecordData",
    "judge_hash",
    "kept",
    "new_header",
    "newest",
    "newest_first",
    "read_record",
    "readable",
    "records",
    "same_words",
    "unreadable",
    "words_hash",
]
