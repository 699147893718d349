"""The lessons' data sets: small files in the repository's ``data`` folder, each checked before it is used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

#: The repository's ``data`` folder (``lessonkit`` is installed in place, next to it).
DIRECTORY = Path(__file__).resolve().parent.parent / "data"

_CO2 = ("co2_mauna_loa_monthly.csv", "20b00232fe896517bab6cb40435730be51d2285b701872ff645aed30d74d8bc7")


class DataError(Exception):
    """A data file is missing, unreadable or not the one that the lessons were written for."""


def _verified(path: Path, sha256: str) -> Path:
    """Give the path back if the file there has this checksum.

    Raises
    ------
    DataError
        If it does not, with a message that says what to do.
    """
    remedy = (
        f"Get it back from the repository: run  git checkout -- data/{path.name}  there, or download the course again."
    )
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"The data file {path} is missing. {remedy}") from None
    except OSError as error:
        raise DataError(f"The data file {path} cannot be read ({error.strerror}). {remedy}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DataError(f"The data file {path} has been changed or is incomplete (its checksum is wrong). {remedy}")
    return path


def co2(directory: Path | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Monthly means of carbon dioxide in the air at Mauna Loa, Hawaii, March 1958 to December 2001.

    Parameters
    ----------
    directory
        Folder that holds the file; the repository's ``data`` folder if left out.

    Returns
    -------
    year : numpy.ndarray
        Shape (521,), float64: the middle of each month as a decimal year, ascending. Months without a measurement
        are left out.
    ppm : numpy.ndarray
        Shape (521,), float64: parts per million of dry air.

    Raises
    ------
    DataError
        If the file is missing or not the expected one.

    Notes
    -----
    Keeling and Whorf (2004); ``data/README.md`` says how the file was made.
    """
    name, sha256 = _CO2
    path = _verified((directory or DIRECTORY) / name, sha256)
    year, month, _, ppm = np.loadtxt(path, delimiter=",", skiprows=1, unpack=True)
    return year + (month - 0.5) / 12, ppm


_FASHION_MNIST = ("fashion_mnist.npz", "fe7a494b67ef5803befbdb0c0ef7379d62d96b934bb5fc28e32ac4802626ca11")

#: Names of Fashion-MNIST's classes, by label.
FASHION_CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)


def fashion_mnist(
    train_per_class: int = 1200, test_per_class: int = 300, directory: Path | None = None
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Small grey pictures of ten kinds of clothes, as many of each: a part of Fashion-MNIST.

    Parameters
    ----------
    train_per_class, test_per_class
        How many images of each class to take: the first ones, so that a smaller number gives a part of a larger one.
    directory
        Folder that holds the file; the repository's ``data`` folder if left out.

    Returns
    -------
    (train_images, train_labels), (test_images, test_labels)
        Images (10 · per_class, 28, 28), uint8, 0 (background) to 255; labels (10 · per_class,), uint8, 0 to 9, which
        :data:`FASHION_CLASSES` names. The classes are mixed, as in the source.

    Raises
    ------
    DataError
        If the file is missing or not the expected one.
    ValueError
        If there are not that many images of a class.

    Notes
    -----
    Xiao, Rasul and Vollgraf (2017); ``data/README.md`` says which images these are and how the file was made.
    """
    name, sha256 = _FASHION_MNIST
    result = []
    with np.load(_verified((directory or DIRECTORY) / name, sha256), allow_pickle=False) as file:
        for part, per_class in (("train", train_per_class), ("test", test_per_class)):
            images, labels = file[f"{part}_images"], file[f"{part}_labels"]
            if not 1 <= per_class <= len(labels) // 10:
                raise ValueError(f"There are 1 to {len(labels) // 10} {part} images of each class, not {per_class}.")
            kept = np.sort(np.concatenate([np.flatnonzero(labels == k)[:per_class] for k in range(10)]))
            result.append((images[kept], labels[kept]))
    return result[0], result[1]
