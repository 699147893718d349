# feedback: The hidden layers have no biases
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for u in hidden_units:
        layers += [keras.layers.Dense(u, activation=activation, use_bias=False)]
    return keras.Sequential(layers + [keras.layers.Dense(1)])
