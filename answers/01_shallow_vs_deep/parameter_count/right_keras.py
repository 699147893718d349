# asks Keras
def parameter_count(widths):
    widths = [int(w) for w in widths]
    model = keras.Sequential([keras.Input((widths[0],))] + [keras.layers.Dense(w) for w in widths[1:]])
    return model.count_params()
