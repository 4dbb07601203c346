"""Dialogs: what is asked and told apart from the pages."""
