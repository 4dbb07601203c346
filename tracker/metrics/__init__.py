"""The one place that computes: completion, pace, growth, shares and ranks, exactly."""
