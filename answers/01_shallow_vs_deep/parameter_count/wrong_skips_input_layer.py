# feedback: The first layer is missing || the first one is left out
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[1:-1], widths[2:]))
