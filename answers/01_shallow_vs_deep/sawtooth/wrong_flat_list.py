# feedback: The answer is flat || keep its shape
def sawtooth(x, depth):
    x = np.array(x, dtype=float)
    def one(value):
        for _ in range(depth):
            value = 2 * value if value <= 0.5 else 2 - 2 * value
        return value
    
    return np.array([one(value) for value in np.ravel(x)])
