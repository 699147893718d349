# a subclass of keras.Model, output layer made first; built, so that its parameters can be counted
class MLP(keras.Model):
    def __init__(self, hidden_units, activation):
        super().__init__()
        self.last = keras.layers.Dense(1)
        self.hidden = [keras.layers.Dense(units, activation=activation) for units in hidden_units]

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.last(x)


def build_mlp(hidden_units, activation="relu"):
    model = MLP(hidden_units, activation)
    model(np.zeros((1, 1)))
    return model
