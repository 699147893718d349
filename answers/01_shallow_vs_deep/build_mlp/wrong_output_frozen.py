# feedback: (or frozen)
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for u in hidden_units:
        layers += [keras.layers.Dense(u, activation=activation)]
    return keras.Sequential(layers + [keras.layers.Dense(1, trainable=False)])
