# feedback: These are the biases only
def parameter_count(widths):
    return sum(widths[1:])
