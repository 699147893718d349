# feedback: Only the output units have biases
def parameter_count(widths):
    return sum(a * b for a, b in zip(widths[:-1], widths[1:])) + widths[-1]
