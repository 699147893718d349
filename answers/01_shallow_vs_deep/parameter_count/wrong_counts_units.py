# feedback: number of units
def parameter_count(widths):
    return sum(widths)
