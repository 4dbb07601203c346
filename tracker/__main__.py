"""`python -m tracker`, and what the bundle starts."""

from tracker.cli import main

if __name__ == "__main__":
    main()
