# feedback: cannot be trained
def build_mlp(hidden_units, activation="relu"):
    return keras.Sequential([keras.Input((1,)), *[keras.layers.Dense(u, activation, trainable=False) for u in hidden_units], keras.layers.Dense(1)])
