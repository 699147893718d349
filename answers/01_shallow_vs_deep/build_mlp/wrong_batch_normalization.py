# feedback: one Dense layer for each entry of hidden_units
def build_mlp(hidden_units, activation="relu"):
    model = keras.Sequential([keras.Input((1,))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation=activation))
        model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(1))
    return model
