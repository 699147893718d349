# feedback: The widths are sorted first
def parameter_count(widths):
    w = sorted(widths)
    return sum((a + 1) * b for a, b in zip(w[:-1], w[1:]))
