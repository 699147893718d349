# feedback: A layer is lost where widths are equal || of the same widths
def parameter_count(widths):
    layers = dict(zip(widths[:-1], widths[1:]))
    return sum((n_in + 1) * n_out for n_in, n_out in layers.items())
