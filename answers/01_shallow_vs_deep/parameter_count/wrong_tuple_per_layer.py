# feedback: one number for each layer
def parameter_count(widths):
    return tuple((a + 1) * b for a, b in zip(widths[:-1], widths[1:]))
