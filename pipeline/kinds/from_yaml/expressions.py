"""Small expressions over fields: `total == salary + sum(allowances.amount)`.

They are parsed by Python's own parser and may hold names, figures, texts in quotes, `+ - * /`, comparisons,
`and`, `or`, `not`, `in`, `a if b else c`, lists, and calls (`calls`); nothing else is known. Names and types
are looked at when a kind is read, so that a slip is told there. Figures are exact decimals.

What is not filled in is unknown: whatever is reckoned with it is unknown, too, and a check that is unknown
holds.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, DecimalException
from functools import partial
from typing import Any

from pipeline.diagnostics import diagnose
from pipeline.kinds.from_yaml.calls import compile_call
from pipeline.kinds.from_yaml.compiled import (
    Expression,
    Part,
    Path,
    Rows,
    Scope,
    exact,
    inner_type,
    reader,
    shown,
    wrong_type,
)
from pipeline.kinds.from_yaml.operators import ARITHMETIC, COMPARING, as_truth, each_of, is_in, is_unknown
from pipeline.kinds.from_yaml.refusals import ExpressionError
from pipeline.kinds.from_yaml.value_types import (
    NOTHING,
    NUMBER,
    TEXT,
    YES_NO,
    ValueType,
    list_of,
    member_type,
    members_of,
)
from pipeline.model.nearest import hint
from pipeline.model.records import Record
from pipeline.model.soundness import entries

LONGEST = 1_000
"""An expression has at most so many letters."""
OUTER = "outer"
"""What stands before the field of what a row stands in: `where(spans, end == outer.start)`."""
DEPTH = 50
"""Parts of an expression stand in one another at most so deep."""
MOST_FIGURES = 30
"""A figure is written with at most so many digits."""


def compile_expression(text: str, scope: Scope) -> Expression:
    """The expression that a person wrote. Raises `ExpressionError` with what is wrong in it."""
    if len(text) > LONGEST:
        raise ExpressionError(partial(diagnose, "expression-too-long", limit=f"{LONGEST:,}"))
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(partial(diagnose, "expression-unreadable")) from error
    compiler = Compiler(scope, text.strip())
    part = compiler.part(tree.body)
    return Expression(text, part.type, frozenset(compiler.uses), part.run)


class Compiler:
    """Turns the parts of one expression into functions; `uses` gathers what they read."""

    def __init__(self, scope: Scope, text: str, depth: int = 0) -> None:
        self.scope = scope
        self.text = text
        self.uses: set[Path] = set()
        self.depth = depth

    def part(self, node: ast.AST) -> Part:
        """A part of the expression. Raises `ExpressionError`."""
        self.depth += 1
        if self.depth > DEPTH:
            raise ExpressionError(partial(diagnose, "expression-too-deep", limit=DEPTH))
        try:
            for kind, compile_part in _PARTS.items():
                if isinstance(node, kind):
                    return compile_part(self, node)
        finally:
            self.depth -= 1
        raise ExpressionError(partial(diagnose, "expression-not-known", shown=shown(node)))

    def typed(self, node: ast.AST, wanted: ValueType) -> Part:
        """A part that must be of a type, or a list of it."""
        part = self.part(node)
        if inner_type(part.type) not in (wanted, NOTHING):
            raise wrong_type(node, wanted, part.type)
        return part

    def of_rows(self, table: Part, node: ast.AST) -> Part:
        """A part that is worked out for each row of a table; names are the row's before the others."""
        record = table.type.of.record if table.type.of else None
        if record is None:
            raise ExpressionError(partial(diagnose, "expression-no-table", found=table.type.said))
        inner = Compiler(self.scope.inside(record, table.path), self.text, self.depth)
        part = inner.part(node)
        self.uses |= inner.uses
        return part

    def row(self) -> Part:
        """The number of the row in its table, from 1. Raises `ExpressionError` outside of the rows of one."""
        (_, path), *outside = self.scope.records
        for n, (record, above) in enumerate(outside, 1):
            if above != path[:-1]:
                continue
            table = member_type(record, path[-1])
            if table is not None and table.of is not None:
                return Part(NUMBER, partial(_number_of_row, n, path[-1]))
            break
        raise ExpressionError(partial(diagnose, "expression-no-row"))

    def _name(self, node: ast.Name) -> Part:
        for n, (record, path) in enumerate(self.scope.records):
            if (type_ := member_type(record, node.id)) is not None:
                here = (*path, node.id)
                self.uses.add(here)
                return Part(type_, reader(n, node.id), here)
        raise _no_name(node.id, [record for record, _ in self.scope.records])

    def _outer(self, name: str) -> Part:
        """A field of what the row stands in, where the row has one of the same name."""
        for n, (record, path) in enumerate(self.scope.records[1:], 1):
            if (type_ := member_type(record, name)) is not None:
                self.uses.add((*path, name))
                return Part(type_, reader(n, name), (*path, name))
        raise _no_name(name, [record for record, _ in self.scope.records[1:]])

    def _member(self, node: ast.Attribute) -> Part:
        if isinstance(node.value, ast.Name) and node.value.id == OUTER and len(self.scope.records) > 1:
            return self._outer(node.attr)
        whole = self.part(node.value)
        record = inner_type(whole.type).record
        if record is None:
            raise ExpressionError(
                partial(diagnose, "expression-no-member", name=node.attr, found=whole.type.said)
            )
        type_ = member_type(record, node.attr)
        if type_ is None:
            raise _no_name(node.attr, [record])
        path = (*whole.path, node.attr)
        self.uses.add(path)
        run = each_of(whole.run, lambda one: exact(getattr(one, node.attr)), many=bool(whole.type.of))
        if whole.type.of and type_.of:
            return Part(type_, lambda rows: tuple(each for inner in run(rows) for each in inner or ()), path)
        return Part(list_of(type_) if whole.type.of else type_, run, path)

    def _constant(self, node: ast.Constant) -> Part:
        value: Any = node.value
        if isinstance(value, bool):
            return Part(YES_NO, lambda _: value)
        if isinstance(value, int | float):
            figure = self._figure(node)
            return Part(NUMBER, lambda _: figure)
        if isinstance(value, str):
            return Part(TEXT, lambda _: value)
        raise ExpressionError(partial(diagnose, "expression-not-known", shown=shown(node)))

    def _figure(self, node: ast.Constant) -> Decimal:
        """A figure as it is written, to its last decimal."""
        written = (ast.get_source_segment(self.text, node) or "").replace("_", "")
        try:
            figure = Decimal(written)
        except DecimalException:
            raise ExpressionError(partial(diagnose, "expression-not-known", shown=written)) from None
        _, figures, exponent = figure.as_tuple()
        if len(figures) > MOST_FIGURES or abs(int(exponent)) > MOST_FIGURES:
            raise ExpressionError(
                partial(diagnose, "expression-figure", shown=f"{written[:40]}", limit=MOST_FIGURES)
            )
        return figure

    def _list(self, node: ast.List | ast.Tuple) -> Part:
        parts = [self.part(each) for each in node.elts]
        kinds = {part.type for part in parts}
        if len(kinds) > 1:
            raise ExpressionError(partial(diagnose, "expression-mixed", shown=shown(node)))
        runs = [part.run for part in parts]
        return Part(list_of(next(iter(kinds), NOTHING)), lambda rows: tuple(run(rows) for run in runs))

    def _arithmetic(self, node: ast.BinOp) -> Part:
        operator = ARITHMETIC.get(type(node.op))
        if operator is None:
            raise ExpressionError(partial(diagnose, "expression-not-known", shown=shown(node)))
        left = self.part(node.left)
        kind = inner_type(left.type)
        if kind == TEXT and isinstance(node.op, ast.Add):
            right = self.typed(node.right, TEXT)
        else:
            left, right, kind = self.typed(node.left, NUMBER), self.typed(node.right, NUMBER), NUMBER
        return _pairwise(left, right, operator, kind)

    def _sign(self, node: ast.UnaryOp) -> Part:
        if isinstance(node.op, ast.Not):
            part = self.typed(node.operand, YES_NO)
            return Part(YES_NO, lambda rows: _opposite(part.run(rows)))
        if isinstance(node.op, ast.USub):
            part = self.typed(node.operand, NUMBER)
            return Part(part.type, each_of(part.run, lambda one: -one, many=bool(part.type.of)))
        raise ExpressionError(partial(diagnose, "expression-not-known", shown=shown(node)))

    def _comparison(self, node: ast.Compare) -> Part:
        sides = [node.left, *node.comparators]
        steps = [
            self._step(one, sign, other) for one, sign, other in zip(sides, node.ops, sides[1:], strict=False)
        ]
        if len(steps) == 1:
            return steps[0]
        if any(step.type.of for step in steps):
            raise ExpressionError(partial(diagnose, "expression-not-known", shown=shown(node)))
        return Part(YES_NO, lambda rows: _all_of(step.run(rows) for step in steps))

    def _step(self, one: ast.AST, sign: ast.AST, other: ast.AST) -> Part:
        left, right = self.part(one), self.part(other)
        if ast.dump(one) == ast.dump(other) and not isinstance(one, ast.Constant):
            raise ExpressionError(partial(diagnose, "expression-same", shown=shown(one)))
        if isinstance(sign, ast.In | ast.NotIn):
            return self._among(left, right, other, is_wanted=isinstance(sign, ast.In))
        compare = COMPARING.get(type(sign))
        if compare is None:
            raise ExpressionError(partial(diagnose, "expression-not-known", shown=shown(sign)))
        kinds = inner_type(left.type), inner_type(right.type)
        if kinds[0] != kinds[1] or (kinds[0].record is not None and not isinstance(sign, ast.Eq | ast.NotEq)):
            raise wrong_type(other, kinds[0], kinds[1])
        return _pairwise(left, right, compare, YES_NO)

    def _among(self, left: Part, right: Part, node: ast.AST, *, is_wanted: bool) -> Part:
        if left.type.of or (right.type.of not in (left.type, NOTHING) and right.type != TEXT):
            raise wrong_type(node, list_of(left.type), right.type)
        return Part(YES_NO, lambda rows: is_in(left.run(rows), right.run(rows), is_wanted=is_wanted))

    def _logic(self, node: ast.BoolOp) -> Part:
        runs = [self.typed(each, YES_NO) for each in node.values]
        if lists := [part for part in runs if part.type.of]:
            raise wrong_type(node, YES_NO, lists[0].type)
        combine = _all_of if isinstance(node.op, ast.And) else _any_of
        return Part(YES_NO, lambda rows: combine(part.run(rows) for part in runs))

    def _choice(self, node: ast.IfExp) -> Part:
        test = self.typed(node.test, YES_NO)
        yes, no = self.part(node.body), self.part(node.orelse)
        if yes.type != no.type:
            raise wrong_type(node.orelse, yes.type, no.type)

        def run(rows: Rows) -> Any:
            truth = as_truth(test.run(rows))
            return None if truth is None else (yes if truth else no).run(rows)

        return Part(yes.type, run)


def _pairwise(left: Part, right: Part, operator: Callable[[Any, Any], Any], kind: ValueType) -> Part:
    """Two parts joined; a list with a single value entry by entry, two lists one beside the other."""
    many = bool(left.type.of), bool(right.type.of)

    def join(one: Any, other: Any) -> Any:
        return None if is_unknown(one) or is_unknown(other) else operator(one, other)

    def run(rows: Rows) -> Any:
        one, other = left.run(rows), right.run(rows)
        if many == (True, True):
            return tuple(map(join, one, other)) if len(one) == len(other) else None
        if many[0]:
            return tuple(join(each, other) for each in one)
        if many[1]:
            return tuple(join(one, each) for each in other)
        return join(one, other)

    return Part(list_of(kind) if any(many) else kind, run)


def _number_of_row(n: int, table: str, rows: Rows) -> Decimal | None:
    """Which row of a table of the n-th record the first record is."""
    held = getattr(rows[n], table)
    return next((Decimal(number + 1) for number, each in entries(held) if each is rows[0]), None)


def _opposite(truth: Any) -> bool | None:
    known = as_truth(truth)
    return None if known is None else not known


def _all_of(truths: Any) -> bool | None:
    found = [as_truth(each) for each in truths]
    return False if False in found else None if None in found else True


def _any_of(truths: Any) -> bool | None:
    found = [as_truth(each) for each in truths]
    return True if True in found else None if None in found else False


def _no_name(name: str, records: Sequence[type[Record]]) -> ExpressionError:
    known = [each for record in records for each in members_of(record)]
    return ExpressionError(partial(diagnose, "expression-no-name", name=name, nearest=hint(name, known)))


_PARTS: Mapping[type[ast.AST] | tuple[type[ast.AST], ...], Callable[[Compiler, Any], Part]] = {
    ast.Name: Compiler._name,
    ast.Attribute: Compiler._member,
    ast.Constant: Compiler._constant,
    (ast.List, ast.Tuple): Compiler._list,
    ast.BinOp: Compiler._arithmetic,
    ast.UnaryOp: Compiler._sign,
    ast.Compare: Compiler._comparison,
    ast.BoolOp: Compiler._logic,
    ast.IfExp: Compiler._choice,
    ast.Call: compile_call,
}
