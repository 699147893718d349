# feedback: output of build_autoencoder || The output for one input || The example
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(64, activation="relu"), layers.Dense(latent_dim), layers.Dense(64, activation="relu"), layers.Dense(input_dim, activation="sigmoid"), layers.Reshape((input_dim, 1))])
