# feedback: weights and biases apart
def parameter_count(widths):
    weights = sum(a * b for a, b in zip(widths[:-1], widths[1:]))
    return [weights, sum(widths[1:])]
