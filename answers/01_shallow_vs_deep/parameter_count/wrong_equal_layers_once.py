# feedback: Layers of the same widths are counted once
def parameter_count(widths):
    layers = {(n_in, n_out) for n_in, n_out in zip(widths[:-1], widths[1:])}
    return int(sum((n_in + 1) * n_out for n_in, n_out in layers))
