# feedback: the first layer only
def parameter_count(widths):
    n_in, n_hidden = widths[:2]
    return (n_in + 1) * n_hidden + (n_hidden + 1 if len(widths) == 3 else 0)
