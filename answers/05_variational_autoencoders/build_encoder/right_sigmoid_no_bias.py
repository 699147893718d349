# right
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    h = keras.layers.Dense(64, activation='sigmoid', use_bias=False)(inputs)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim, use_bias=False)(h), keras.layers.Dense(latent_dim, use_bias=False)(h)])
