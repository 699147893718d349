# feedback: one Dense layer for each entry of hidden_units
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for n in hidden_units:
        layers += [keras.layers.Dense(n, activation=activation), keras.layers.LayerNormalization()]
    return keras.Sequential([*layers, keras.layers.Dense(1)])
