# feedback: The layer between the two hidden ones is missing || Only the first and the last layer
def parameter_count(widths):
    first = (widths[0] + 1) * widths[1]
    return first if len(widths) == 2 else first + (widths[-2] + 1) * widths[-1]
