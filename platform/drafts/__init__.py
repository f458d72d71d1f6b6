"""What somebody was typing when their session ended, kept for a day so that nothing is typed twice."""
