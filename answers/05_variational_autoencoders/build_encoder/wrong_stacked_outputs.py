# feedback: What the model gives is one array
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(64, activation='relu')(inputs)
    return keras.Model(inputs, keras.ops.stack([keras.layers.Dense(latent_dim)(hidden), keras.layers.Dense(latent_dim)(hidden)]))
