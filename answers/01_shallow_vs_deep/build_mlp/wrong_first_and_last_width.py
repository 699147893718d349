# feedback: The first and the last hidden layer only
def build_mlp(hidden_units, activation="relu"):
    x = inputs = keras.Input((1,))
    x = keras.layers.Dense(hidden_units[0], activation=activation)(x)
    if len(hidden_units) > 1:
        x = keras.layers.Dense(hidden_units[-1], activation=activation)(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x))
