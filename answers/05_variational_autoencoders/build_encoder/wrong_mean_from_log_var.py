# feedback: no weights of its own
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    log_var = keras.layers.Dense(latent_dim)(hidden)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim)(log_var), log_var])
