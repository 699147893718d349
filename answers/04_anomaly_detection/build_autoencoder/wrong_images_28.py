# feedback: The model takes images
def build_autoencoder(input_dim, latent_dim):
    return keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(latent_dim, activation="relu"), keras.layers.Dense(784, activation="sigmoid"), keras.layers.Reshape((28, 28))])
