# a float64 sum, turned into an int
def parameter_count(widths):
    w = np.asarray(widths, dtype=float)
    return int(round(float(np.sum(w[:-1] * w[1:] + w[1:]))))
