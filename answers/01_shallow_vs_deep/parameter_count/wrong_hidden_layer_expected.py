# feedback: Two widths make a layer || given the width of the first one
def parameter_count(widths):
    n_in, *hidden, n_out = widths
    h = hidden[0] if hidden else 0
    return (n_in + 1) * h + len(hidden[1:]) * (h + 1) * h + (h + 1) * n_out
