"""The letters of Vietnamese, for classes of patterns: a range such as À-Ỹ holds small ones, too."""

SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
BIG = SMALL.upper()
