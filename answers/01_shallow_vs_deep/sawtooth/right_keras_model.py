# a Keras network with hand-set weights, float64
def sawtooth(x, depth):
    x = np.asarray(x, dtype="float64")
    flat = x.reshape(-1, 1)
    hidden = keras.layers.Dense(2, activation="relu", dtype="float64")
    out = keras.layers.Dense(1, dtype="float64")
    hidden.build((None, 1))
    out.build((None, 2))
    hidden.set_weights([np.array([[1.0, 1.0]]), np.array([0.0, -0.5])])
    out.set_weights([np.array([[2.0], [-4.0]]), np.array([0.0])])
    for _ in range(depth):
        flat = out(hidden(flat))
    return np.array(flat).reshape(x.shape)
