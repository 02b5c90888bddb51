"""The name of an authority in; what its page and the list of all authorities say of it, out."""

from search.authorities.listing import (
    AuthorityEntry,
    LatestGrade,
    Predecessor,
    find_authority_name,
    list_authorities,
)
from search.authorities.matrix import JudgementMatrix, MatrixCell, MatrixRow, judgement_matrix
from search.authorities.overview import AuthorityOverview, FormerAuthority, authority_overview

__all__ = [
    "AuthorityEntry",
    "AuthorityOverview",
    "FormerAuthority",
    "JudgementMatrix",
    "LatestGrade",
    "MatrixCell",
    "MatrixRow",
    "Predecessor",
    "authority_overview",
    "find_authority_name",
    "judgement_matrix",
    "list_authorities",
]
