# feedback: The output comes from the input alone || a hidden layer or its activation is missing
def build_mlp(hidden_units, activation="relu"):
    inp = keras.Input((1,)); h = inp
    for u in hidden_units: h = keras.layers.Dense(u, activation=activation)(h)
    return keras.Model(inp, keras.layers.Dense(1)(inp))
