# feedback: The default activation is not ReLU, but sigmoid
def build_mlp(hidden_units, activation="sigmoid"):
    layers = [keras.Input((1,))]
    for n in hidden_units:
        layers.append(keras.layers.Dense(n, activation=activation))
    return keras.Sequential([*layers, keras.layers.Dense(1)])
