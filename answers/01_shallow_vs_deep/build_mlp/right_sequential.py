# Sequential from a list
def build_mlp(hidden_units, activation="relu"):
    hidden = [keras.layers.Dense(units, activation=activation) for units in hidden_units]
    return keras.Sequential([keras.Input((1,)), *hidden, keras.layers.Dense(1)])
