# feedback: These are running totals
def parameter_count(widths):
    import numpy as np
    return np.cumsum([(a + 1) * b for a, b in zip(widths[:-1], widths[1:])])
