# feedback: is compiled
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.Input((1,))]
    for n in hidden_units:
        layers.append(keras.layers.Dense(n, activation=activation))
    model = keras.Sequential([*layers, keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(np.zeros((4, 1)), np.zeros(4), verbose=0)
    return model
