# feedback: changes its input
def build_mlp(hidden_units, activation="relu"):
    hidden_units += [1]
    model = keras.Sequential([keras.Input((1,))])
    for i, units in enumerate(hidden_units):
        is_last = i == len(hidden_units) - 1
        model.add(keras.layers.Dense(units, activation=None if is_last else activation))
    return model
