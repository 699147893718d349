# feedback: Widths are added here
def parameter_count(widths):
    return sum(a + b for a, b in zip(widths[:-1], widths[1:]))
