"""The proof-reader's outside: a document's text read from a file, its claims written for people and for programs."""
