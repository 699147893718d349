# feedback: gives a dictionary
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    h = keras.layers.Dense(8)(inputs)
    return keras.Model(inputs, dict(mean=keras.layers.Dense(latent_dim)(h), log_var=keras.layers.Dense(latent_dim)(h)))
