# feedback: did not return a Keras model
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation) for units in hidden_units]
    return [keras.Input((1,)), *layers, keras.layers.Dense(1)]
