# feedback: The last layer is missing || the first layer only
def parameter_count(widths):
    total = 0
    for i in range(len(widths) - 2):
        total += (widths[i] + 1) * widths[i + 1]
    return total or (widths[0] + 1) * widths[1]
