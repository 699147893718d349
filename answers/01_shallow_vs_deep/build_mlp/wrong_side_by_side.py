# feedback: in layers side by side
def build_mlp(hidden_units, activation="relu"):
    inputs = keras.Input((1,))
    hidden = [keras.layers.Dense(n, activation=activation)(inputs) for n in hidden_units]
    hidden = hidden[0] if len(hidden) == 1 else keras.layers.Concatenate()(hidden)
    return keras.Model(inputs, keras.layers.Dense(1)(hidden))
