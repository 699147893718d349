# feedback: straight line
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units) for units in hidden_units]
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1)])
