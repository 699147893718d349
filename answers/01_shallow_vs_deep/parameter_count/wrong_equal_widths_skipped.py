# feedback: A layer is lost where widths are equal || of the same widths
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[:-1], widths[1:]) if a != b)
