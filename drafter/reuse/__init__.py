"""The check for reuse: what a draft copied from superior documents. `check` is the door, the rest its rooms."""
