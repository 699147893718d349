# feedback: added round a layer
def build_mlp(hidden_units, activation="relu"):
    inputs = keras.Input((1,))
    x = inputs
    for units in hidden_units:
        x = keras.layers.Dense(units, activation=activation)(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x) + inputs)
