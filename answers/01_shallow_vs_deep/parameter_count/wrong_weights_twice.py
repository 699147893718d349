# feedback: Each weight is counted twice
def parameter_count(widths):
    return sum((2 * a + 1) * b for a, b in zip(widths[:-1], widths[1:]))
