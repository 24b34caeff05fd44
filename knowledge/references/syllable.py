"""Which folded words can be Vietnamese syllables."""

from __future__ import annotations

import re

_ONSET = "b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|"
_RIME = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|ien|"
    "ieng|iep|iet|ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|"
    "oeo|oet|oi|om|on|ong|op|ot|u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|"
    "uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|yem|yen|yet|yeu|uoi"
)
_SYLLABLE = re.compile(rf"^(?:{_ONSET})(?:{_RIME})$")


def is_syllable(folded: str) -> bool:
    """Whether the folded word can be a Vietnamese syllable."""
    return bool(_SYLLABLE.match(folded)) and not folded.startswith("quu")
