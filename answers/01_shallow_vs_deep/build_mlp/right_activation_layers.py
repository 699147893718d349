# Dense and Activation layers apart, model grown with add
def build_mlp(hidden_units, activation="relu"):
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((1,)))
    for units in list(hidden_units):
        model.add(tf.keras.layers.Dense(units))
        model.add(tf.keras.layers.Activation(activation))
    model.add(tf.keras.layers.Dense(1))
    return model
