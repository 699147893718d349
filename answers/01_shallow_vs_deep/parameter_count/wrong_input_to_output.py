# feedback: Only input and output are connected
def parameter_count(widths):
    return (widths[0] + 1) * widths[-1]
