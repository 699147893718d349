# feedback: last hidden layer has no activation
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation) for units in hidden_units[:-1]]
    layers.append(keras.layers.Dense(hidden_units[-1], activation=activation if len(hidden_units) == 1 else None))
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1)])
