# feedback: (Normalization?)
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,)), keras.layers.Normalization()]
    for units in hidden_units:
        layers.append(keras.layers.Dense(units, activation=activation))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
