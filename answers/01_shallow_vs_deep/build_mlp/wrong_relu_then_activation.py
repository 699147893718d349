# feedback: after a ReLU
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for n in hidden_units:
        layers += [keras.layers.Dense(n, activation="relu"), keras.layers.Activation(activation)]
    return keras.Sequential([*layers, keras.layers.Dense(1)])
