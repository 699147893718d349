# feedback: The last hidden layer has no activation || a hidden layer or its activation is missing
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for position, units in enumerate(hidden_units):
        last = position == len(hidden_units) - 1
        layers.append(keras.layers.Dense(units, activation=None if last else activation))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
