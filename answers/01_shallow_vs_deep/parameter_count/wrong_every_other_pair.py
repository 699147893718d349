# feedback: The layer between the two hidden ones is missing || the first layer only
def parameter_count(widths):
    return sum((a + 1) * b for a, b in zip(widths[::2], widths[1::2]))
