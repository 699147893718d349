# right
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    h = keras.Input((32,))
    heads = keras.Model(h, [keras.layers.Dense(latent_dim)(h), keras.layers.Dense(latent_dim)(h)])
    return keras.Model(inputs, heads(keras.layers.Dense(32, activation='relu')(inputs)))
