# feedback: float32 has about 7 digits
def parameter_count(widths):
    w = np.array(widths, dtype=np.float32)
    return int(np.sum((w[:-1] + 1) * w[1:]))
