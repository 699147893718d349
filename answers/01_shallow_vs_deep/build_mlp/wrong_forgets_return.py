# feedback: end with a return statement
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(units, activation=activation) for units in hidden_units]
    keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1)])
