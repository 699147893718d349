# feedback: there is no layer
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Reshape((input_dim, 1)), layers.Conv1D(latent_dim, 3, padding="same", activation="relu"), layers.Flatten(), layers.Dense(input_dim, activation="sigmoid")])
