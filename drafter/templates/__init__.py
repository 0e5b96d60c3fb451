"""Word skeletons for each kind of document: NĐ 30/2020/NĐ-CP (Phụ lục III) and, of the Party, HD 05-HD/VPTW."""
