# feedback: An input and an output are added
def parameter_count(widths):
    widths = (1, *widths, 1)
    return sum((a + 1) * b for a, b in zip(widths[:-1], widths[1:]))
