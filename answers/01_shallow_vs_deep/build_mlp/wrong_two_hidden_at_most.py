# feedback: The first two hidden layers only
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(n, activation=activation) for n in hidden_units[:2]]
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1)])
