# right
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    body = keras.Sequential([keras.layers.Dense(32, activation='sigmoid'), keras.layers.Dense(16, activation='tanh')])
    h = body(inputs)
    heads = [keras.Sequential([keras.layers.Dense(latent_dim)]) for _ in range(2)]
    return keras.Model(inputs, [head(h) for head in heads])
