"""A drafting assistant for Vietnamese government offices."""
