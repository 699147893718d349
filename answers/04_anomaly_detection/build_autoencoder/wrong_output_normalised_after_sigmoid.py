# feedback: end with a sigmoid
def build_autoencoder(input_dim, latent_dim):
    Dense = keras.layers.Dense
    return keras.Sequential([
        keras.Input((input_dim,)),
        Dense(128, activation="relu"),
        Dense(latent_dim),
        Dense(128, activation="relu"),
        Dense(input_dim, activation="sigmoid"),
        keras.layers.BatchNormalization(),
    ])
