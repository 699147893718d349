"""How accurately the exercises are graded: the answer bank, changed answers, many repetitions."""
