# feedback: wrapped around
def parameter_count(widths):
    w = np.array(widths, dtype=np.int32)
    return int(np.sum((w[:-1] + np.int32(1)) * w[1:], dtype=np.int32))
