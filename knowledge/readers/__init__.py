"""Legal files as they come, turned into metadata, provisions and tables.

from knowledge.readers import read
read(Path("51-2025-QD-TTg.pdf")).as_json()
"""

from knowledge.readers.errors import UnreadableFileError
from knowledge.readers.limits import Limits
from knowledge.readers.provisions import Kind, Provision
from knowledge.readers.reader import ReadFile, read

__all__ = ["Kind", "Limits", "Provision", "ReadFile", "UnreadableFileError", "read"]
