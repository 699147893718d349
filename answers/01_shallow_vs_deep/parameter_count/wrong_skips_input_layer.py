# feedback: The first layer is missing || Only the second layer counts
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[1:-1], widths[2:]))
