# Keras' own loss, on flat arrays
import keras


def mean_squared_error(y_true, y_pred):
    y_true, y_pred = np.ravel(y_true).astype("float32"), np.ravel(y_pred).astype("float32")
    return keras.losses.MeanSquaredError()(y_true, y_pred)
