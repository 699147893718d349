# feedback: Only the last hidden layer has the activation
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for n in hidden_units[:-1]:
        layers.append(keras.layers.Dense(n, activation="relu"))
    layers.append(keras.layers.Dense(hidden_units[-1], activation=activation))
    return keras.Sequential([*layers, keras.layers.Dense(1)])
