# feedback: changes its input
def build_mlp(hidden_units, activation="relu"):
    widths = hidden_units if isinstance(hidden_units, list) else list(hidden_units)
    widths.append(1)
    model = keras.Sequential([keras.Input((1,))])
    for units in widths[:-1]:
        model.add(keras.layers.Dense(units, activation=activation))
    model.add(keras.layers.Dense(widths[-1]))
    return model
