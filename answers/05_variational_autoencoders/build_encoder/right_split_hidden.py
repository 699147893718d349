# right
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    h = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim)(h[:, :32]), keras.layers.Dense(latent_dim)(h[:, 32:])])
