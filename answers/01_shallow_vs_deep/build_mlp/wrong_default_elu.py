# feedback: The default activation is not ReLU, but elu
def build_mlp(hidden_units, activation="elu"):
    layers = [keras.Input((1,))]
    for units in hidden_units:
        layers.append(keras.layers.Dense(units, activation=activation))
    layers.append(keras.layers.Dense(1))
    return keras.Sequential(layers)
