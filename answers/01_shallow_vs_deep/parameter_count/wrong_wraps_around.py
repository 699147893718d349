# feedback: The first width is paired with the last
def parameter_count(widths):
    return sum((widths[i - 1] + 1) * widths[i] for i in range(len(widths)))
