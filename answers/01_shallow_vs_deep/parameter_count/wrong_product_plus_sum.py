# feedback: multiplies all the widths
def parameter_count(widths):
    widths = list(widths)
    return np.prod(widths) + sum(widths[1:])
