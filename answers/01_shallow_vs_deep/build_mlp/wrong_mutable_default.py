# feedback: keep something from an earlier call
def build_mlp(hidden_units, activation="relu", layers=[]):
    for units in hidden_units:
        layers.append(keras.layers.Dense(units, activation=activation))
    return keras.Sequential([keras.Input((1,))] + layers + [keras.layers.Dense(1)])
