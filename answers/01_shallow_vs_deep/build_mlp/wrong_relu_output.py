# feedback: output layer has a ReLU || is the output not linear
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation) for units in (*hidden_units, 1)]
    return keras.Sequential([keras.Input((1,)), *layers])
