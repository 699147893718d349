# feedback: The output has latent_dim numbers
def build_autoencoder(input_dim, latent_dim):
    return keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(input_dim), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(latent_dim, activation="sigmoid")])
