# feedback: biases are counted twice
def parameter_count(widths):
    return sum((a + 1) * b + b for a, b in zip(widths[:-1], widths[1:]))
