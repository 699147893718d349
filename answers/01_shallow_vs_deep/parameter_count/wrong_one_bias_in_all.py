# feedback: one bias for the whole network
def parameter_count(widths):
    return sum(a * b for a, b in zip(widths[:-1], widths[1:])) + 1
