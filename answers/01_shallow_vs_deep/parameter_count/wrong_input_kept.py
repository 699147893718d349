# feedback: leads into every layer
def parameter_count(widths):
    total = 0
    for n_out in widths[1:]:
        total += (widths[0] + 1) * n_out
    return total
