# feedback: keep something from an earlier call
kept = {}


def build_encoder(input_dim, latent_dim):
    if input_dim not in kept:
        inputs = keras.Input((input_dim,))
        hidden = keras.layers.Dense(32, activation="relu")(inputs)
        heads = [keras.layers.Dense(latent_dim)(hidden) for _ in range(2)]
        kept[input_dim] = keras.Model(inputs, heads)
    return kept[input_dim]
