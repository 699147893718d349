# no hidden layer at all
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    return keras.Model(inputs, [keras.layers.Dense(latent_dim)(inputs), keras.layers.Dense(latent_dim)(inputs)])
