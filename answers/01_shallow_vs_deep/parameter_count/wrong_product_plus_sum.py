# feedback: The number of parameters is wrong
def parameter_count(widths):
    widths = list(widths)
    return np.prod(widths) + sum(widths[1:])
