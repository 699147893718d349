# divides first, keeps the finite results
def relu_breakpoints(kernel, bias):
    w = np.asarray(kernel, dtype=float).reshape(-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        points = -np.asarray(bias, dtype=float) / w
    return np.sort(points[np.isfinite(points)])
