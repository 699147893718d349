# feedback: There are no biases
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation, use_bias=False) for units in hidden_units]
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1, use_bias=False)])
