# feedback: All hidden layers have the last width
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for _ in hidden_units:
        layers.append(keras.layers.Dense(hidden_units[-1], activation=activation))
    return keras.Sequential([*layers, keras.layers.Dense(1)])
