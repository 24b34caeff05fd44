"""The aspects of a question: what kind of answer is wanted."""

from __future__ import annotations

from enum import Enum


class Aspect(str, Enum):
    """The aspects that are told apart."""

    DIFFERENCE = "difference"
    HISTORY = "history"
    SIGNER = "signer"
    ISSUER = "issuer"
    REPLACED_BY = "replaced_by"
    REPLACES = "replaces"
    AMENDED_BY = "amended_by"
    AMENDS = "amends"
    BASED_ON = "based_on"
    STATUS = "status"
    EFFECTIVE = "effective"
    SIGNED = "signed"
    TITLE = "title"
    COUNT = "count"
    LIST = "list"
    WHICH_CRITERION = "which_criterion"
    GUIDES = "guides"
    GUIDANCE = "guidance"
    BASIS = "basis"
    RESULT = "result"
    REQUIREMENT = "requirement"
    ABOUT = "about"


# Asked of a document as such: the answer stands in its fields and relations.
OF_RELATIONS = frozenset(
    {
        Aspect.HISTORY,
        Aspect.SIGNER,
        Aspect.ISSUER,
        Aspect.REPLACED_BY,
        Aspect.REPLACES,
        Aspect.AMENDED_BY,
        Aspect.AMENDS,
        Aspect.BASED_ON,
        Aspect.TITLE,
        Aspect.GUIDES,
    }
)
OF_VALIDITY = frozenset({Aspect.EFFECTIVE, Aspect.STATUS, Aspect.SIGNED})
OF_FIELDS = OF_RELATIONS | OF_VALIDITY
"""What is asked of a document and stands in the fields of its file."""
