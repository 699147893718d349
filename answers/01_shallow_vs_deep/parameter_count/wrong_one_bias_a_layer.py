# feedback: one bias for a whole layer
def parameter_count(widths):
    return sum(a * b + 1 for a, b in zip(widths[:-1], widths[1:]))
