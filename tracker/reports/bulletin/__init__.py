"""The month's bulletin (月通报): its text made from the metrics, and the documents that are made of it."""
