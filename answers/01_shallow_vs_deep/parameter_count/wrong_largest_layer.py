# feedback: Only the largest layer || Only the second layer counts
def parameter_count(widths):
    return max((a + 1) * b for a, b in zip(widths, widths[1:]))
