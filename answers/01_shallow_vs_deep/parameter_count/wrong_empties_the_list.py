# feedback: changes its input || raised AttributeError
def parameter_count(widths):
    total, n_in = 0, widths.pop(0)
    while widths:
        n_out = widths.pop(0)
        total += (n_in + 1) * n_out
        n_in = n_out
    return total
