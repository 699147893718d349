# feedback: biases of the output units are missing
def parameter_count(widths):
    return sum(a * b for a, b in zip(widths[:-1], widths[1:])) + sum(widths[1:-1])
