# feedback: The model takes images
def build_autoencoder(input_dim, latent_dim):
    side = int(np.sqrt(input_dim))
    return keras.Sequential([
        keras.Input((side, side)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(latent_dim),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(side * side, activation="sigmoid"),
        keras.layers.Reshape((side, side)),
    ])
