"""What other programs get."""

import json

from reports import REALISTIC

from drafter.render.json import json_line


def test_a_report_is_one_line_of_json_with_vietnamese_letters_as_they_are() -> None:
    line = json_line(REALISTIC)

    assert line.count("\n") == 1 and line.endswith("\n")
    assert json.loads(line) == json.loads(json.dumps(REALISTIC.as_dict()))
    assert '"title": "Thực hành tiết kiệm trong cơ quan"' in line
