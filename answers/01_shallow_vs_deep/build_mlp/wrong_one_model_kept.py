# feedback: of an earlier call || keep something from an earlier call
_models = []
def build_mlp(hidden_units, activation="relu"):
    if not _models:
        _models.append(keras.Sequential([keras.Input((1,)), *[keras.layers.Dense(u, activation) for u in hidden_units], keras.layers.Dense(1)]))
    return _models[0]
