# feedback: does not fit its type
def parameter_count(widths):
    w = np.array(widths, dtype=np.float16)
    return float(np.sum((w[:-1] + 1) * w[1:], dtype=np.float16))
