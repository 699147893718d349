# feedback: output layer is missing
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation) for units in hidden_units]
    return keras.Sequential([keras.Input((1,)), *layers])
