# feedback: The model of build_mlp raised ValueError
def build_mlp(hidden_units, activation="relu"):
    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = [keras.layers.Dense(int(units), activation=activation) for units in hidden_units]
            self.out = keras.layers.Dense(1)

        def call(self, x):
            for layer in self.hidden:
                x = layer(x)
            return self.out(x)

    return Network()
