import tracemalloc

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.reuse.tiling import Tile, tiles


def laid(ours: str, theirs: str) -> list[str]:
    """The tiles of two strings, a letter a syllable, as the letters they cover."""
    found = tiles(np.array(list(map(ord, ours))), np.array(list(map(ord, theirs))))
    return [ours[tile.start : tile.start + tile.length] for tile in found]


def test_the_same_text_is_one_tile() -> None:
    assert laid("abcdef", "abcdef") == ["abcdef"]


def test_clauses_that_changed_places_are_found_longest_first() -> None:
    assert laid("defgabc", "abcdefg") == ["defg", "abc"]


def test_a_repeated_run_counts_as_often_as_the_other_side_has_it() -> None:
    assert laid("abcxabc", "abc") == ["abc"]
    assert laid("abc", "abcyabc") == ["abc"]


def test_what_is_left_of_a_run_is_a_tile_of_its_own() -> None:
    assert sorted(laid("abcdXcdef", "abcdef")) == ["abcd", "ef"]


def test_nothing_in_common_gives_no_tile() -> None:
    assert laid("abc", "xyz") == laid("", "abc") == laid("abc", "") == []


@given(st.text("abcd", max_size=25), st.text("abcd", max_size=25))
def test_tiles_hold_the_same_syllables_and_use_each_once(ours: str, theirs: str) -> None:
    found = tiles(np.array(list(map(ord, ours)), np.int64), np.array(list(map(ord, theirs)), np.int64))
    for tile in found:
        assert ours[tile.start : tile.start + tile.length] == theirs[tile.other : tile.other + tile.length]
    for side in (lambda tile: tile.start, lambda tile: tile.other):
        used = [at for tile in found for at in range(side(tile), side(tile) + tile.length)]
        assert len(used) == len(set(used))
    assert [tile.length for tile in found] == sorted((tile.length for tile in found), reverse=True)


@given(st.text("abcdefgh", min_size=1, max_size=20))
def test_a_text_with_itself_is_covered_whole(text: str) -> None:
    ids = np.array(list(map(ord, text)))
    assert tiles(ids, ids) == [Tile(0, 0, len(text))]


def test_long_passages_are_tiled_as_closely_between_their_long_tiles() -> None:
    text = np.arange(5000)
    changed = text.copy()
    changed[::50] = -1  # every fiftieth syllable is another
    changed = np.concatenate((changed[2500:], changed[:2500]))  # and the halves have changed places
    found = tiles(changed, text)
    assert sum(tile.length for tile in found) == 4900
    assert max(tile.length for tile in found) == 49


def test_long_passages_take_memory_with_their_length_only() -> None:
    text = np.arange(60_000)
    tracemalloc.start()
    assert tiles(text, text) == [Tile(0, 0, 60_000)]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 50_000_000
