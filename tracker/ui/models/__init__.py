"""What the views show: Qt item models over the live table."""
