# feedback: raised TypeError
def parameter_count(widths):
    padded = widths + (0,)
    return sum((a + 1) * b for a, b in zip(padded, padded[1:]))
