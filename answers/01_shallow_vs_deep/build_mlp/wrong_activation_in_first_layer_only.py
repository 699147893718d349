# feedback: Only the first hidden layer
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(hidden_units[0], activation=activation)]
    layers += [keras.layers.Dense(units, activation="relu") for units in hidden_units[1:]]
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1)])
