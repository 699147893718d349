# feedback: last layer only
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[1:-1], widths[2:]))
