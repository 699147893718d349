# feedback: Only the last hidden layer counts: leave none out
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for _, n in zip(hidden_units[:-1], hidden_units[1:]):
        layers.append(keras.layers.Dense(n, activation=activation))
    return keras.Sequential([*layers, keras.layers.Dense(1)])
