# feedback: becomes tanh
def build_mlp(hidden_units, activation="relu"):
    f = "relu" if activation == "relu" else "tanh"
    layers = [keras.Input((1,))]
    for u in hidden_units:
        layers += [keras.layers.Dense(u, activation=f)]
    return keras.Sequential(layers + [keras.layers.Dense(1)])
