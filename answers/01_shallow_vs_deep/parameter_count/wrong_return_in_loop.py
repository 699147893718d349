# feedback: the first layer only
def parameter_count(widths):
    total = 0
    for a, b in zip(widths[:-1], widths[1:]):
        total += (a + 1) * b
        return total
