"""The register of issued documents: numbers, what was issued, what counts against the yearly target.

`Register` is the door; it opens the same database as `drafter.corpus.Corpus`.
"""
