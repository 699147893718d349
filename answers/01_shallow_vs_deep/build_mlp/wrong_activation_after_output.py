# feedback: output layer has a ReLU || is the output not linear
def build_mlp(hidden_units, activation="relu"):
    model = keras.Sequential([keras.Input((1,))])
    for units in [*hidden_units, 1]:
        model.add(keras.layers.Dense(units))
        model.add(keras.layers.Activation(activation))
    return model
