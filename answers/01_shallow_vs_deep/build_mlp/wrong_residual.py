# feedback: added round a layer
def build_mlp(hidden_units, activation="relu"):
    inputs = keras.Input((1,))
    x = inputs
    for units in hidden_units:
        y = keras.layers.Dense(units, activation=activation)(x)
        x = keras.layers.Add()([x, y]) if x.shape[-1] == units else y
    return keras.Model(inputs, keras.layers.Dense(1)(x))
