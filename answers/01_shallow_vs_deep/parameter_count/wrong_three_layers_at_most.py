# feedback: Layers after the third are left out
def parameter_count(widths):
    total = 0
    for i in range(min(len(widths) - 1, 3)):
        total += (widths[i] + 1) * widths[i + 1]
    return total
