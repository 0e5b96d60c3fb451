"""The pages: each view reads a form, calls the library and chooses a template."""
