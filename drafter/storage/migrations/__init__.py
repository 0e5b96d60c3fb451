"""How the tables came to be as they are. Run by `drafter.storage.engine` on opening, never by hand."""
