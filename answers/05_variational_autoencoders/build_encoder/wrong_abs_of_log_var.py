# feedback: The log-variance is never negative || the output is a weighted sum
def build_encoder(input_dim, latent_dim):
    inputs = keras.Input((input_dim,))
    hidden = keras.layers.Dense(128, activation='relu')(inputs)
    mean, log_var = (keras.layers.Dense(latent_dim)(hidden) for _ in range(2))
    return keras.Model(inputs, [mean, keras.ops.abs(log_var)])
