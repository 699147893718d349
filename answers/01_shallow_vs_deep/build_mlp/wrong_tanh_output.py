# feedback: output layer has a tanh || is the output not linear
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation) for units in hidden_units]
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1, activation="tanh")])
