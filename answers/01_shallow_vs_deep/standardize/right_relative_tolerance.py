# calls a feature constant when its spread is rounding only; the answer is right for 0.1 repeated, too
def standardize(train, other):
    train, other = np.array(train, dtype=np.float64), np.array(other, dtype=np.float64)
    mean = np.mean(train, axis=0)
    std = np.sqrt(np.mean((train - mean) ** 2, axis=0))
    constant = std <= 1e-12 * np.maximum(np.abs(mean), 1e-30)
    scale = np.zeros_like(std)
    np.divide(1.0, std, out=scale, where=~constant)
    return (train - mean) * scale, (other - mean) * scale
