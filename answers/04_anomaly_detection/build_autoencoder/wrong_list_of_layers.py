# feedback: Layers one by one are not a model yet
def build_autoencoder(input_dim, latent_dim):
    return [keras.layers.Dense(64, activation="relu"), keras.layers.Dense(latent_dim), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(input_dim, activation="sigmoid")]
