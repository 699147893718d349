# feedback: Equal widths are built once || Only one hidden layer counts: leave none out
def build_mlp(hidden_units, activation="relu"):
    layers = [keras.layers.Dense(n, activation=activation) for n in dict.fromkeys(hidden_units)]
    return keras.Sequential([keras.Input((1,)), *layers, keras.layers.Dense(1)])
