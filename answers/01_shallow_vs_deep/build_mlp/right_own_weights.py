# weights of its own in a custom layer
class Affine(keras.layers.Layer):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.bias = self.add_weight(shape=(n_out,), initializer="zeros")
        self.matrix = self.add_weight(shape=(n_in, n_out), initializer="glorot_uniform")

    def call(self, x):
        return keras.ops.matmul(x, self.matrix) + self.bias


def build_mlp(hidden_units, activation="relu"):
    function = keras.activations.get(activation)
    widths = [1, *hidden_units, 1]
    x = inputs = keras.Input((1,))
    for i, (n_in, n_out) in enumerate(zip(widths[:-1], widths[1:])):
        x = Affine(n_in, n_out)(x)
        x = function(x) if i < len(hidden_units) else x
    return keras.Model(inputs, x)
