# feedback: comes before its layer
def build_mlp(hidden_units, activation="relu"):
    model = keras.Sequential([keras.Input((1,))])
    for units in hidden_units:
        model.add(keras.layers.Activation(activation))
        model.add(keras.layers.Dense(units))
    model.add(keras.layers.Dense(1))
    return model
