# feedback: The activation comes twice
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for n in hidden_units:
        layers += [keras.layers.Dense(n, activation=activation), keras.layers.Activation(activation)]
    return keras.Sequential([*layers, keras.layers.Dense(1)])
