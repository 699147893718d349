# feedback: one hidden layer only || Only one hidden layer counts: leave none out
def build_mlp(hidden_units, activation="relu"):
    hidden = keras.layers.Dense(hidden_units[0], activation=activation)
    return keras.Sequential([keras.Input((1,)), hidden, keras.layers.Dense(1)])
