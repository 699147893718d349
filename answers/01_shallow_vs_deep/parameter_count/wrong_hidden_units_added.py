# feedback: Hidden units are added
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[:-1], widths[1:])) + sum(widths[1:-1])
