"""Make fashion_mnist.npz from the files of Debian's package dataset-fashion-mnist.

A maintainer runs this by hand, with NumPy and the package installed (the lessons do not need it):

    sudo apt-get install dataset-fashion-mnist
    python data/make_fashion_mnist.py            # or, with the four files elsewhere: ... /path/to/folder

The file comes out the same, byte for byte, every time (same zlib; another one packs the same arrays differently).
"""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import numpy as np

#: Images of each class that are kept: the first ones in the order of the source.
PER_CLASS = {"train": 1_200, "test": 300}
SOURCE = Path("/usr/share/datasets/fashion-mnist")
#: Of the unpacked files, in the source's own format (IDX); that they were packed differently does not matter.
SOURCE_SHA256 = {
    "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
}
RESULT = Path(__file__).resolve().parent / "fashion_mnist.npz"


def unpacked(folder: Path, name: str) -> bytes:
    """The bytes of one source file, if it is the one that this script was written for."""
    path = folder / f"{name}.gz"
    if not path.exists():
        raise SystemExit(f"{path} is missing: sudo apt-get install dataset-fashion-mnist, or name the folder.")
    content = gzip.decompress(path.read_bytes())
    if hashlib.sha256(content).hexdigest() != SOURCE_SHA256[name]:
        raise SystemExit(
            f"{path} is not the file that this script was written for: read it before you trust the result."
        )
    return content


def read_part(folder: Path, prefix: str) -> tuple[np.ndarray, np.ndarray]:
    """Images (n, 28, 28) and labels (n,), uint8, of one part of the source."""
    images = np.frombuffer(unpacked(folder, f"{prefix}-images-idx3-ubyte"), np.uint8, offset=16).reshape(-1, 28, 28)
    labels = np.frombuffer(unpacked(folder, f"{prefix}-labels-idx1-ubyte"), np.uint8, offset=8)
    return images, labels


def first_of_each_class(labels: np.ndarray, n: int) -> np.ndarray:
    """Positions of the first ``n`` items of each class, in ascending order."""
    return np.sort(np.concatenate([np.flatnonzero(labels == k)[:n] for k in range(10)]))


def packed(arrays: dict[str, np.ndarray]) -> bytes:
    """The arrays as an .npz file with fixed dates and permissions, so that the same arrays give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, member.getvalue(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()


def main() -> None:
    """Write the file and say what its checksum is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    arrays = {}
    for part, prefix in (("train", "train"), ("test", "t10k")):
        images, labels = read_part(folder, prefix)
        kept = first_of_each_class(labels, PER_CLASS[part])
        arrays[f"{part}_images"], arrays[f"{part}_labels"] = images[kept], labels[kept]
    RESULT.write_bytes(packed(arrays))
    size, digest = RESULT.stat().st_size, hashlib.sha256(RESULT.read_bytes()).hexdigest()
    print(f"{', '.join(f'{k} {v.shape}' for k, v in arrays.items())}\n{RESULT.name}: {size:,} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
