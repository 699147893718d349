# feedback: is the output not linear
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for n in hidden_units:
        layers.append(keras.layers.Dense(n, activation=activation))
    return keras.Sequential([*layers, keras.layers.Dense(1, activation=None if activation == "relu" else activation)])
