# feedback: but leaky ReLU (0.2)
def build_mlp(hidden_units, activation="leaky_relu"):
    layers = [keras.Input((1,))]
    for units in hidden_units:
        layers.append(keras.layers.Dense(units, activation=activation))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
