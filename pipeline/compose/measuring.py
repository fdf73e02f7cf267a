"""Instruments a template's syntax tree, so that work for which Jinja has no hook is counted.

Loops, texts put together with `~`, comparisons and slices are wrapped in filters whose names no template can
write. Trees that nest deeper than Python compiles are refused at their line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from jinja2 import Environment, TemplateSyntaxError, nodes, pass_eval_context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from pipeline.compose.budget import budget, count_items, join_texts, text_of_value, weigh_value

LOOP, TILDE, COMPARED, SLICED = "loop over", "~", "compared", "sliced"

MOST_LOOPS = 15
"""Python nests no more than 20 loops."""
DEEPEST = 70
"""So many expressions and statements inside one another."""


@pass_eval_context
def _tilde(context: nodes.EvalContext, parts: Iterable[Any]) -> str:
    """`a ~ b`, escaped as Jinja does it: if one part is markup, so is the whole."""
    texts = [part if isinstance(part, Markup) else text_of_value(part) for part in parts]
    if not context.autoescape or not any(isinstance(part, Markup) for part in texts):
        return join_texts(texts)
    return Markup(join_texts([str(escape(part)) for part in texts]))


def _budget_slice(value: Any) -> Any:
    """A part of a text or list, which is a copy."""
    budget().letters(len(value))
    return value


MEASURES: dict[str, Callable[..., Any]] = {
    LOOP: count_items, TILDE: _tilde, COMPARED: weigh_value, SLICED: _budget_slice,
}  # fmt: skip


def add_measures(tree: nodes.Template, name: str | None, filename: str | None) -> nodes.Template:
    """The tree with its measures. Raises `TemplateSyntaxError` where it nests too deeply."""
    changed: nodes.Template = _Measuring(name, filename).visit(tree)
    changed.set_environment(cast(Environment, tree.environment))
    return changed


class _Measuring(NodeTransformer):
    """Walks one tree."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._names = (name, filename)
        self._depth = self._loops = 0

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Goes one level deeper, if that is allowed."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TemplateSyntaxError("expressions or statements nest too deeply", node.lineno, *self._names)
        try:
            return super().visit(node, *args, **kwargs)
        finally:
            self._depth -= 1

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """A loop: its items are counted."""
        self._loops += 1
        if self._loops > MOST_LOOPS:
            raise TemplateSyntaxError("loops nest too deeply", node.lineno, *self._names)
        self.generic_visit(node)
        self._loops -= 1
        node.iter = _through(LOOP, cast(nodes.Expr, node.iter))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """`a ~ b ~ c`: its letters are spent before it is made."""
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return _through(TILDE, parts)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """`a == b`, `a in b`: what is compared is weighed, unless it is written there."""
        self.generic_visit(node)
        node.expr = _weigh_expression(node.expr)
        for operand in node.ops:
            operand.expr = _weigh_expression(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        """`a[1:]`, of which Jinja's sandbox is not asked."""
        self.generic_visit(node)
        return _through(SLICED, node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        """The keys of `{…}`, which are compared with one another."""
        self.generic_visit(node)
        for pair in node.items:
            pair.key = _weigh_expression(pair.key)
        return node


def _weigh_expression(node: nodes.Expr) -> nodes.Expr:
    written = isinstance(node, nodes.Literal) and not any(
        not isinstance(inner, nodes.Const) for inner in node.iter_child_nodes()
    )
    return node if written else _through(COMPARED, node)


def _through(measure: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, measure, [], [], None, None, lineno=node.lineno)
