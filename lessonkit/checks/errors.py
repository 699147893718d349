"""What an error in a student's code says, and what errors of Python, NumPy and TensorFlow mean to a beginner."""

from __future__ import annotations

import linecache
import re
import traceback

from lessonkit.checks.state import is_notebook

#: How the text of an error in a `tf.function` begins: a list of files and lines, in which the notebook's are marked.
_IN_GRAPH = "in user code:"
_GRAPH_LINE = re.compile(r'File "([^"]+)", line (\d+), in .*\n +(.*)')
_TWO_SHAPES = re.compile(r"[\[(]([\d, ]*)[\])] (?:vs\. )?[\[(]([\d, ]*)[\])]")
_NO_SIZE = "Inside a tf.function the batch size may be None: take −1 in tf.reshape, or tf.shape(x)[0]."
_NO_NUMPY = "Use TensorFlow operations all the way: NumPy cannot compute with the tensors of a graph."
_LISTS = "This test passes lists; np.asarray(…) makes an array of one."
_LOST_AXIS = (
    "One shape lacks an axis of the other: over which axis is the sum, the mean or the maximum taken, "
    "and does keepdims=True keep it?"
)
_NONE = "Something is None here. list.append, list.sort, model.add and rng.shuffle change a thing, and return None."
_ONE_NUMBER = "float(), int() and the functions of math take one number; np.exp, np.log and so on take whole arrays."
_MIXED_TYPES = "TensorFlow does not mix types (float32, float64, whole numbers): tf.cast brings both to one."
_TURNED = "The shapes would fit if one of the arrays were the other way round: a row instead of a column, or its .T."
#: What a library's words mean.
_MEANING = {
    "is ambiguous": (
        "Python's `if`, `and`, `max` and `min` want one number; np.where, &, np.maximum and np.max take whole arrays."
    ),
    "converted to Python scalars": _ONE_NUMBER,
    "must be real number, not list": _ONE_NUMBER,
    "Cannot cast ufunc": (
        "An array of whole numbers keeps no decimals: make it one of floats first, np.asarray(x, dtype=float)."
    ),
    "math range error": "The exponent is too large for math.exp: choose a form whose exponent is never positive.",
    "' to a shape.": "keras.Input takes a shape, which is a tuple: keras.Input((n,)).",
    "Cannot update variable with shape": "A gradient has the shape of another weight: are both lists in one order?",
    "values to unpack (expected": (
        "Left of = stands another number of names than there are values; a shape has one number for each axis."
    ),
    "'NoneType' object is not": _NONE,
    "'NoneType' object has no attribute": _NONE,
    "of type 'NoneType' has no len": _NONE,
    "was expected to be a": _MIXED_TYPES,
    "must have the same dtype": _MIXED_TYPES,
    "Tensor conversion requested dtype": _MIXED_TYPES,
}


def words_of(error: BaseException) -> str:
    """What an error says; without the files that TensorFlow lists before, which are of no use to a student."""
    text = str(error)
    if not text.startswith(_IN_GRAPH):
        return text
    return text.rpartition(f"\n    {type(error).__name__}: ")[2].strip() or text


def line_in_notebook(error: BaseException) -> str:
    """The innermost line of notebook code that an error passed through, else ''."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if is_notebook(frame.filename):
            source = (frame.line or linecache.getline(frame.filename, frame.lineno or 0)).strip()
            return f"line {frame.lineno}: {source}"
    for file, number, source in reversed(_GRAPH_LINE.findall(str(error))):
        if str(error).startswith(_IN_GRAPH) and is_notebook(file):
            return f"line {number}: {source}"
    return ""


def meaning(error: BaseException) -> str:
    """What a library's error means, in the words of the course; '' if it is not one of those known."""
    text = words_of(error)
    if "broadcast together" in text or "Incompatible shapes" in text:
        return _of_two_shapes(text)
    return next((sentence for words, sentence in _MEANING.items() if words in text), "")


def _of_two_shapes(text: str) -> str:
    """Why two shapes in an error's text do not fit: one lacks an axis of the other, or is turned; '' if neither."""
    found = _TWO_SHAPES.search(text)
    if not found:
        return ""
    short, long = sorted((re.findall(r"\d+", shape) for shape in found.groups()), key=len)
    if any(long[:axis] + long[axis + 1 :] == short for axis in range(len(long))):
        return _LOST_AXIS
    pairs = zip(reversed(long), short, strict=False)
    return _TURNED if len(short) > 1 and all(a == b or "1" in (a, b) for a, b in pairs) else ""


def of_lists(error: BaseException) -> str:
    """What to say where an error says that a list cannot do what an array can."""
    told = any(name in str(error) for name in ("list", "sequence", "scalar index"))
    return _LISTS if isinstance(error, (TypeError, AttributeError)) and told else ""


def in_graph(error: BaseException) -> str:
    """What to say of an error inside a `tf.function` whose batch size is not known."""
    text = words_of(error)
    if "numpy" in text.lower():
        return _NO_NUMPY
    is_of_size = isinstance(error, (TypeError, ValueError)) and re.search(r"\bNone(Type)?\b", text)
    return _NO_SIZE if is_of_size else ""
