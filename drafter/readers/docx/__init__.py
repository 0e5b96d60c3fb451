"""Word files: `read_docx` gives the document, `located_pieces` says where in the XML each piece of its text stands."""
