# feedback: Layers multiplied
def parameter_count(widths):
    r = 1
    for a, b in zip(widths, widths[1:]):
        r *= (a + 1) * b
    return r
