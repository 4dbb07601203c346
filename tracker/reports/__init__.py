"""What goes on paper: one content object a document, several renderers."""
