# feedback: looked up where it stood first
def parameter_count(widths):
    widths = list(widths)
    total = 0
    for width in widths[:-1]:
        total += (width + 1) * widths[widths.index(width) + 1]
    return total
