"""Which documents already regulate what a draft is about."""
