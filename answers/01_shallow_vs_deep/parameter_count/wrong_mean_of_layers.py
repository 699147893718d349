# feedback: The layers' mean
def parameter_count(widths):
    return np.mean([(a + 1) * b for a, b in zip(widths[:-1], widths[1:])])
