"""Duyệt."""

from submitting import submitted_draft


def test_x(app, client_of):
    id = submitted_draft(app)
    office = client_of("office")
    assert office.get("/duyet").status_code == 200
    r = office.get(f"/duyet/{id}")
    assert r.status_code == 200
    print(r.text)
