"""A certificate as a file that a small program can check without moot."""

from moot.proof.portable.document import CERTIFICATE_FORMAT, certificate_document

__all__ = ["CERTIFICATE_FORMAT", "certificate_document"]
