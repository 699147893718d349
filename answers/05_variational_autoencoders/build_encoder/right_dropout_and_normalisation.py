# dropout and layer normalisation between
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    x = keras.layers.Dense(64)(inputs)
    x = keras.layers.LayerNormalization()(x)
    x = keras.layers.Activation('gelu')(x)
    x = keras.layers.Dropout(0.2)(x)
    return keras.Model(inputs, [keras.layers.Dense(latent_dim, name='mean')(x), keras.layers.Dense(latent_dim, name='log_var')(x)])
