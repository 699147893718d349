# feedback: hidden layer
def build_mlp(hidden_units, activation="relu"):
    return keras.Sequential([keras.Input((1,)), *[keras.layers.Dense(u, activation) for u in hidden_units[:-1]], keras.layers.Dense(1)])
