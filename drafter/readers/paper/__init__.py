"""From words on pages to a text: lines, columns, tables, paragraphs, without page numbers, headers and footers."""
