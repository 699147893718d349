# feedback: made of whole numbers
def relu_breakpoints(kernel, bias):
    w, b = np.ravel(kernel), np.ravel(bias)
    points = np.zeros(len(w), dtype=b.dtype)
    for i in range(len(w)):
        if w[i] != 0:
            points[i] = -b[i] / w[i]
    return np.sort(points[w != 0])
