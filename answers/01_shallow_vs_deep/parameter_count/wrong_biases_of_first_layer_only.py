# feedback: Only the first layer has biases || biases of the output units are missing
def parameter_count(widths):
    weights = sum(a * b for a, b in zip(widths[:-1], widths[1:]))
    return weights + widths[1]
