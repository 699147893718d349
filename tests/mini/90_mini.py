# ---
# jupyter:
#   jupytext:
#     notebook_metadata_filter: lesson
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#       jupytext_version: 1.19.6
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
#   lesson:
#     minutes: 1
#     points: 3
# ---

# %% [markdown]
# # A lesson small enough to grade in seconds

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np

# %% nbgrader={"grade": false, "grade_id": "double", "locked": false, "schema_version": 3, "solution": true, "task": false}
def double(x):
    """Twice the array x."""
    ### BEGIN SOLUTION
    return 2 * np.asarray(x)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_double_value", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
def test_double_value(double):
    """A value computed by hand (1 point)."""
    from lessonkit import checks

    checks.expect_close(checks.call(double, [1.0, 2.0]), [2.0, 4.0], "The double of a list")
    ### BEGIN HIDDEN TESTS
    slips = {"This looks like the double of |x|.": [3.0625, 7.1875]}
    answer = checks.call(double, [1.53125, -3.59375])
    checks.expect_close(answer, [3.0625, -7.1875], "The double of a negative number", slips=slips)
    ### END HIDDEN TESTS


test_double_value(double)

# %% nbgrader={"grade": false, "grade_id": "demo_plot", "locked": true, "schema_version": 3, "solution": false, "task": false} tags=["demo"]
doubled = double([1, 2])
raise RuntimeError("a demo cell is not run when grading")

# %% nbgrader={"grade": false, "grade_id": "triple", "locked": false, "schema_version": 3, "solution": true, "task": false}
def triple(x):
    """Three times the array x."""
    ### BEGIN SOLUTION
    return 3 * np.asarray(x)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_triple_value", "locked": true, "points": 1.5, "schema_version": 3, "solution": false, "task": false}
def test_triple_value(triple):
    """A value computed by hand (1.5 points)."""
    from lessonkit import checks

    checks.expect_close(checks.call(triple, [1.0]), [3.0], "The triple of a list")
    ### BEGIN HIDDEN TESTS
    checks.expect_close(checks.call(triple, [-2.40625]), [-7.21875], "The triple of a negative number")
    ### END HIDDEN TESTS


test_triple_value(triple)

# %% nbgrader={"grade": true, "grade_id": "test_triple_shape", "locked": true, "points": 0.5, "schema_version": 3, "solution": false, "task": false}
def test_triple_shape(triple):
    """Shapes (0.5 points)."""
    from lessonkit import checks

    checks.expect_shape(checks.call(triple, [[1.0, 2.0]]), (1, 2), "The triple of a table")


test_triple_shape(triple)

# %% [markdown]
# The end.
