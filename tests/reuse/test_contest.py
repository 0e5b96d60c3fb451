"""Which of the documents that meet one place are compared."""

from laid_beside import entry

from drafter.corpus import Entry
from drafter.reuse.alignment import Alignment
from drafter.reuse.contest import COMPARED, Contest
from drafter.reuse.rewriting import Kinship
from drafter.reuse.seeds import Cluster

PLACE = (10, 60)
COMMUNES = [entry(at, "Ủy ban nhân dân xã Nà Cọ", f"2026-02-{at:02}", f"{at}/KH-UBND") for at in range(1, 21)]


def cluster(source: int, bits: float, place: tuple[int, int] = PLACE) -> Cluster:
    return Cluster(source, place, place, bits)


def copied(kept: float) -> Alignment:
    return Alignment(*PLACE, *PLACE, 50.0, kept, kept, kept, Kinship(9, 90.0, kept, kept))


def compared(
    met: list[Cluster], entries: list[Entry], kept: float = 0.8, named: frozenset[int] = frozenset()
) -> list[int]:
    """The sources in the order in which they are compared."""
    contest = Contest(100, met, entries, named)
    done = []
    for one in contest.ranked:
        if contest.admits(one):
            contest.note(one, copied(kept))
            done.append(one.source)
    return done


def test_the_best_is_compared_first_and_a_handful_in_all() -> None:
    met = [cluster(at, 400.0 + at) for at in range(20)]
    done = compared(met, COMMUNES)
    assert done[0] == 19
    assert len(done) == COMPARED


def test_of_those_that_promise_nearly_as_much_higher_and_earlier_ones_come_first() -> None:
    entries = [*COMMUNES[:18], entry(90, "Ban Bí thư"), entry(91, "Ủy ban nhân dân tỉnh Sơn Lâm")]
    done = compared([cluster(at, 500.0 - at) for at in range(20)], entries)
    assert done[:4] == [0, 18, 19, 1]


def test_where_one_holds_the_place_as_it_stands_only_higher_ones_are_of_interest() -> None:
    entries = [entry(1, "Ủy ban nhân dân tỉnh Sơn Lâm"), *COMMUNES[2:8], entry(50, "Ban Bí thư")]
    assert compared([cluster(at, 500.0 - at) for at in range(8)], entries, kept=1.0) == [0, 7]


def test_what_promises_less_than_half_is_not_compared_where_another_was() -> None:
    assert compared([cluster(0, 500.0), cluster(1, 200.0)], COMMUNES) == [0]
    assert compared([cluster(0, 500.0), cluster(1, 200.0, (70, 95))], COMMUNES) == [0, 1]


def test_a_document_that_the_draft_names_is_compared_in_any_case() -> None:
    met = [cluster(at, 500.0 - at) for at in range(12)] + [cluster(15, 90.0)]
    assert 15 in compared(met, COMMUNES, kept=1.0, named=frozenset({COMMUNES[15].id}))
