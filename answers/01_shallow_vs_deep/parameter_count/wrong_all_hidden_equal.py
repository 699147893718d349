# feedback: given the width of the first one
def parameter_count(widths):
    if len(widths) == 2:
        return (widths[0] + 1) * widths[1]
    n_in, hidden, n_out = widths[0], widths[1], widths[-1]
    between = len(widths) - 3
    return (n_in + 1) * hidden + between * (hidden + 1) * hidden + (hidden + 1) * n_out
