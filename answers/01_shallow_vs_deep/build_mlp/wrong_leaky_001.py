# feedback: but leaky ReLU (0.01)
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for units in hidden_units:
        layers.append(keras.layers.Dense(units))
        layers.append(keras.layers.LeakyReLU(negative_slope=0.01) if activation == 'relu' else keras.layers.Activation(activation))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
