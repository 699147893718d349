# feedback: on both sides of a layer
def parameter_count(widths):
    return sum(a * b + a + b for a, b in zip(widths[:-1], widths[1:]))
