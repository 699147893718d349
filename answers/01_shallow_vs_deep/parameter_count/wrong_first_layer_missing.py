# feedback: The first layer is missing || Only the second layer counts
def parameter_count(widths):
    widths = list(widths)
    start = 1 if len(widths) > 2 else 0
    return sum((a + 1) * b for a, b in zip(widths[start:-1], widths[start + 1 :]))
