# feedback: does not fit
def parameter_count(widths):
    w = np.asarray(widths, dtype=np.int16)
    return ((w[:-1] + 1) * w[1:]).sum(dtype=np.int16)
