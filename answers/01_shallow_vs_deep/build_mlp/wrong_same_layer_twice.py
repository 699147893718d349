# feedback: share their weights
def build_mlp(hidden_units, activation="relu"):
    x = keras.Input((1,)); h = x
    shared = {}
    for u in hidden_units:
        key = (u, h.shape[-1])
        shared.setdefault(key, keras.layers.Dense(u, activation))
        h = shared[key](h)
    return keras.Model(x, keras.layers.Dense(1)(h))
