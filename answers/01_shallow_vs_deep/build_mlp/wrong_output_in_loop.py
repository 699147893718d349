# feedback: follows every hidden layer
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for u in hidden_units:
        layers.append(keras.layers.Dense(u, activation=activation))
        layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
