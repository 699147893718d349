# one function of a row, applied along the axis
def softmax(logits, axis=-1):
    def of_row(row):
        e = np.exp(row - row.max())
        return e / e.sum()

    return np.apply_along_axis(of_row, axis, np.asarray(logits, dtype=float))
