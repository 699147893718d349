# a generator over pairs of widths
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[:-1], widths[1:]))
