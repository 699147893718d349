# feedback: Only the last hidden layer counts || Only one hidden layer counts
def build_mlp(hidden_units, activation="relu"):
    inputs = keras.Input((1,))
    for n in hidden_units:
        x = keras.layers.Dense(n, activation=activation)(inputs)
    return keras.Model(inputs, keras.layers.Dense(1)(x))
