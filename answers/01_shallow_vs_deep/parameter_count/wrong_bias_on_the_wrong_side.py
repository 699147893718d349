# feedback: gives each input of a layer a bias
def parameter_count(widths):
    return sum(a * (b + 1) for a, b in zip(widths[:-1], widths[1:]))
