# feedback: The first hidden layer has no activation || a hidden layer or its activation is missing
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for position, units in enumerate(hidden_units):
        layers.append(keras.layers.Dense(units, activation=activation if position else None))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
