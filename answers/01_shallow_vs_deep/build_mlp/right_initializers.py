# other initial weights, named layers
def build_mlp(hidden_units, activation="relu"):
    model = keras.Sequential(name="mlp")
    model.add(keras.layers.InputLayer(shape=(1,)))
    for number, units in enumerate(hidden_units):
        model.add(keras.layers.Dense(units, activation=activation, kernel_initializer="he_normal", name=f"hidden_{number}"))
    model.add(keras.layers.Dense(1, name="output"))
    return model
