import pytest

from drafter.nlp.kinds import KINDS, family_of_number, kind_name, kind_named, kind_of_number, sure_kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("176/KH-UBND", "KH"),
        ("64/KH- UBND", "KH"),
        ("/KH-UBND", "KH"),
        ("226-KL/TW", "KL"),
        ("87–KH/ĐU", "KH"),
        ("30/2020/NĐ-CP", "NĐ"),
        ("72/2025/QH15", "L"),
        ("351/2017/UBTVQH14", "NQ"),
        ("09/2025/UBTVQH15", "PL"),
        ("1661/NQ-UBTVQH15", "NQ"),
        ("534/QĐ-TTg", "QĐ"),
        ("66.18/2026/NQ-CP", "NQ"),
        ("1488/VP-KH&CĐS", "CV"),
        ("4168/BNV-CQĐP", "CV"),
        ("5529/CT-CS", "CV"),
        ("12/CT-TTg", "CT"),
        ("138-CV/BTGDVTU", "CV"),
        ("02/2011/TTLT-VPCP-BNV", "TTLT"),
        ("88/VBHN-VPQH", "VBHN"),
        ("14/2025/L-CTN", "LCT"),
        ("50/CP", "NĐ"),
        ("240/QĐ", "QĐ"),
        ("488/KHKT/TT", "TT"),
        ("06/2026/TT-BTС", "TT"),
        ("QÐ", ""),
        ("", ""),
        ("2021-2025", ""),
    ],
)
def test_a_number_tells_the_kind(number, kind):
    assert kind_of_number(number) == kind


@pytest.mark.parametrize(
    ("number", "name", "kind"),
    [
        ("202/2025/QH15", "NGHỊ QUYẾT", "NQ"),
        ("91/2015/QH13", "Bộ luật", "BL"),
        ("125-QĐ/TW", "QUY ĐỊNH", "QyĐ"),
        ("01/NQLT-QH15", "Kế hoạch", "KH"),
        ("", "Kế hoạch", "KH"),
    ],
)
def test_the_printed_name_decides_what_the_number_leaves_open(number, name, kind):
    assert kind_of_number(number, name) == kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("30/2020/NĐ-CP", "NĐ"),
        ("1127/QĐ-UBND", "QĐ"),
        ("386 / KH-UBND", "KH"),
        ("5529/CT-CS", ""),
        ("88/VBHN-VPQH", ""),
        ("202/2025/QH15", ""),
        ("125-QĐ/TW", ""),
        ("", ""),
    ],
)
def test_a_number_of_the_state_makes_the_kind_sure(number, kind):
    assert sure_kind(number) == kind


def test_names_and_symbols_lead_to_each_other():
    for kind in KINDS:
        assert kind_named(kind.name.upper()).name == kind.name
        assert kind_name(kind.symbol, next(iter(kind.families))) == kind.name


def test_a_symbol_that_two_families_share_is_read_by_the_family():
    assert kind_name("TT") == "Thông tư"
    assert kind_name("TT", "party") == "Thông tri"
    assert kind_name("XYZ") == ""


def test_the_decree_has_29_kinds_and_three_copies():
    assert sum("state" in kind.families for kind in KINDS) == 29 + 3


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("87-KH/ĐU", "party"),
        ("12/2026/QĐ-UBND", "normative"),
        ("72/2025/QH15", "normative"),
        ("12/QĐ-UBND", "state"),
        ("", None),
    ],
)
def test_a_number_tells_the_family(number, family):
    assert family_of_number(number) == family
