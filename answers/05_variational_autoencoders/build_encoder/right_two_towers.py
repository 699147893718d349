# two networks that share nothing
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    mean = keras.Sequential([keras.layers.Dense(32, activation='relu'), keras.layers.Dense(latent_dim)])(inputs)
    log_var = keras.Sequential([keras.layers.Dense(16, activation='tanh'), keras.layers.Dense(latent_dim)])(inputs)
    return keras.Model(inputs, [mean, log_var])
