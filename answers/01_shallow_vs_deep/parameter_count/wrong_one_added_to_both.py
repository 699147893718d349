# feedback: adds 1 to both widths
def parameter_count(widths):
    return sum((a + 1) * (b + 1) for a, b in zip(widths[:-1], widths[1:]))
