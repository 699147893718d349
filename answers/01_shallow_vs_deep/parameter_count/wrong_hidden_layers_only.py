# feedback: the first layer only || The last layer is missing
def parameter_count(widths):
    total = 0
    n_in = widths[0]
    for n_out in widths[1:-1]:
        total += n_in * n_out + n_out
        n_in = n_out
    return total
