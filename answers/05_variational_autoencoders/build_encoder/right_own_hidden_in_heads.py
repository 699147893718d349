# a hidden layer in each head, residual body
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    x = keras.layers.add([hidden, keras.layers.Dense(64, activation='relu')(hidden)])
    heads = [keras.layers.Dense(latent_dim)(keras.layers.Dense(16, activation='tanh')(x)) for _ in range(2)]
    return keras.Model(inputs, heads)
