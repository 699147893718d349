# heads without biases, batch normalisation before
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    x = keras.layers.BatchNormalization()(keras.layers.Dense(64, activation='relu')(inputs))
    return keras.Model(inputs, [keras.layers.Dense(latent_dim, use_bias=False)(x), keras.layers.Dense(latent_dim, use_bias=False)(x)])
