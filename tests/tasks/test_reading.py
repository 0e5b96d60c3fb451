"""Which sentences are tasks, and what they say of who, when and what."""

import csv
from pathlib import Path

import pytest

from tests.tasks.plans import told
from tests.tasks.silence import SILENT, SILENT_BODIES

with (Path(__file__).parent / "sentences.tsv").open(encoding="utf-8", newline="") as table:
    ASSIGNED = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
SECTION = "II. NHIỆM VỤ, GIẢI PHÁP\n1. Về chuồng trại\n"


@pytest.mark.parametrize("row", ASSIGNED, ids=lambda row: row["sentence"][:50])
def test_a_task_says_who_leads_and_helps_until_when_and_what_comes_out(row: dict[str, str]) -> None:
    """Each stands as an item below a heading that names nobody."""
    (task,) = told(f"{SECTION}- {row['sentence']}")

    assert task.text == row["sentence"]
    names = {"lead": "; ".join(task.lead), "cooperate": "; ".join(task.cooperate)}
    due = {"deadline": task.deadline, "vague": "vague" if task.deadline_vague else ""}
    assert {"sentence": task.text, **names, **due, "output": task.output} == row


@pytest.mark.parametrize("sentence", SILENT)
def test_what_only_says_how_things_are_is_no_task(sentence: str) -> None:
    assert told(f"{SECTION}- {sentence}") == ()


@pytest.mark.parametrize("body", SILENT_BODIES)
def test_sections_that_assign_nothing_have_no_tasks(body: str) -> None:
    assert told(body) == ()
