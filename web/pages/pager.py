"""The pager under a list: this page, the last one, and links to those around."""

from __future__ import annotations

from dataclasses import dataclass

from search.present.page import Page
from web import address, links

NEIGHBOURS = 2  # pages shown on each side of the current one


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page is in a list of `entries`; `first_url` is the address of the first page."""

    page: int
    last: int
    first_result: int
    last_result: int
    entries: int
    first_url: str

    @property
    def numbers(self) -> list[int]:
        """The first, the last and the neighbouring pages; a gap between two stands for the rest."""
        near = range(self.page - NEIGHBOURS, self.page + NEIGHBOURS + 1)
        return [n for n in range(1, self.last + 1) if n in near or n in (1, self.last)]

    def url(self, number: int) -> str:
        """Return the address of a page of the list."""
        if number == 1:
            return self.first_url
        return f"{self.first_url}{'&' if '?' in self.first_url else '?'}page={number}"


def list_pager(total: int, number: int, size: int, first_url: str) -> Pager:
    """Return the pager of page `number` of a list of `total` entries, `size` on a page."""
    start = (number - 1) * size
    return Pager(
        number, last_page(total, size), start + 1, min(start + size, total), total, first_url
    )


def last_page(total: int, size: int) -> int:
    """Return the number of the last page of a list, 1 where it is empty."""
    return max(1, -(-total // size))


def pager(page: Page) -> Pager:
    """Return the pager of an answer; it ends with the last page that an address can ask for."""
    question, size = page.request, page.request.limit
    reachable = min(page.entries, address.MAX_RESULTS)
    return Pager(
        question.start // size + 1,
        last_page(reachable, size),
        question.start + 1,
        question.start + len(page.hits),
        page.entries,
        links.search_url(address.first_page(question)),
    )
