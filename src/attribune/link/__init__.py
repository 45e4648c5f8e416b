"""Articles to one another: who is one speaker, what changed between versions, which statement a review is of."""

from attribune.link.appearance import Appearance
from attribune.link.blocking import blocks
from attribune.link.carry import carry
from attribune.link.changes import Changes
from attribune.link.comparison import Comparison
from attribune.link.identity import conflicts, identity_key
from attribune.link.match import Match
from attribune.link.profile import Profile, profile_of
from attribune.link.speakers import compare
from attribune.link.suggestion import Suggestion
from attribune.link.suggestions import suggest
from attribune.link.versions import compare_readings

__all__ = [
    "Appearance",
    "Changes",
    "Comparison",
    "Match",
    "Profile",
    "Suggestion",
    "blocks",
    "carry",
    "compare",
    "compare_readings",
    "conflicts",
    "identity_key",
    "profile_of",
    "suggest",
]
