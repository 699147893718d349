# feedback: This is one number for each layer
def parameter_count(widths):
    return [(a + 1) * b for a, b in zip(widths[:-1], widths[1:])]
