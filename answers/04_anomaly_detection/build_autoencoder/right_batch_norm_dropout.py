# batch normalisation and dropout
def build_autoencoder(input_dim, latent_dim):
    layers = keras.layers
    return keras.Sequential([keras.Input((input_dim,)), layers.Dense(64), layers.BatchNormalization(), layers.ReLU(), layers.Dropout(0.2), layers.Dense(latent_dim), layers.Dense(64, activation="relu"), layers.Dropout(0.2), layers.Dense(input_dim, activation="sigmoid")])
