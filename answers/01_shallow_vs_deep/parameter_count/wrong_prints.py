# feedback: return statement
def parameter_count(widths):
    total = sum((a + 1) * b for a, b in zip(widths[:-1], widths[1:]))
    total
