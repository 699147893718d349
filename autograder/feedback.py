"""Feedback pages: as nbgrader's, but what all pages of a lesson have in common is made once."""

from __future__ import annotations

import functools
import re
from typing import Any

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbformat import NotebookNode

_IMAGE_WITHOUT_TEXT = re.compile(r"<img(?![^>]*\balt=)")


class FeedbackExporter(HTMLExporter):
    """nbconvert's exporter, which remembers cells, and does not parse the whole page again to mend its images."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._highlight = functools.lru_cache(2000)(Highlight2HTML(pygments_lexer="ipython3", parent=self))
        self._markdown = functools.lru_cache(2000)(lambda source: HTMLExporter.markdown2html(self, {}, source))

    def default_filters(self) -> Any:
        """The filters of templates: highlighting and Markdown are remembered by their text."""
        yield from super().default_filters()
        yield "markdown2html", self._remembered_markdown
        yield "highlight_code", lambda source, **options: self._highlight(source, **{**options, "metadata": None})

    @pass_context
    def _remembered_markdown(self, context: Any, source: str) -> str:
        if context.get("cell", {}).get("attachments"):
            return self.markdown2html(context, source)
        return self._markdown(source)

    def page(self, notebook: NotebookNode, resources: dict[str, Any]) -> str:
        """The page of a notebook that GenerateFeedback's preprocessors went through."""
        marks = ("assignment", "notebook", "student", "score", "max_score", "late_penalty")
        shown = {"nbgrader": {mark: resources["nbgrader"].get(mark) for mark in marks}}
        ready = self._init_resources({**shown, "inlining": resources.get("inlining", {"css": []})})
        widgets = WidgetsDataTypeFilter(notebook_metadata=self._nb_metadata, parent=self, resources=ready)
        self.register_filter("filter_data_type", widgets)
        page, _ = TemplateExporter.from_notebook_node(self, notebook, ready)
        return _IMAGE_WITHOUT_TEXT.sub('<img alt="No description has been provided for this image"', page)
