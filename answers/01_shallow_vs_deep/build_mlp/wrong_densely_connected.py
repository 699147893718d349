# feedback: one Dense layer for each entry of hidden_units
def build_mlp(hidden_units, activation="relu"):
    x = inputs = keras.Input((1,))
    for n in hidden_units:
        x = keras.layers.Concatenate()([x, keras.layers.Dense(n, activation=activation)(x)])
    return keras.Model(inputs, keras.layers.Dense(1)(x))
