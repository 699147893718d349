# feedback: gives a dictionary
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation="relu")(inputs)
    mean = keras.layers.Dense(latent_dim)(hidden)
    log_var = keras.layers.Dense(latent_dim)(hidden)
    return keras.Model(inputs, {"mean": mean, "log_var": log_var})
