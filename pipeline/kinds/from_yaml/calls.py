"""Calls in expressions: the functions of `functions`, and those that look through the rows of a table."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from pipeline.diagnostics import diagnose
from pipeline.kinds.from_yaml.compiled import Compiling, Part, Rows, inner_type, shown, wrong_type
from pipeline.kinds.from_yaml.functions import FUNCTIONS, Function
from pipeline.kinds.from_yaml.operators import LONGEST_TEXT, is_unknown
from pipeline.kinds.from_yaml.records import FormRecord
from pipeline.kinds.from_yaml.refusals import ExpressionError
from pipeline.kinds.from_yaml.value_types import NOTHING, TEXT, YES_NO, ValueType
from pipeline.model.nearest import hint


def compile_call(compiler: Compiling, node: ast.Call) -> Part:
    """A function with what it is given. Raises `ExpressionError`."""
    name = node.func.id if isinstance(node.func, ast.Name) else shown(node.func)
    if special := SPECIAL.get(name):
        if node.keywords or len(node.args) != special.takes:
            raise ExpressionError(partial(diagnose, "expression-arguments", usage=special.usage))
        return special.compile(compiler, node.args)
    function = FUNCTIONS.get(name)
    if function is None:
        choices = ", ".join((*SPECIAL, *FUNCTIONS))
        raise ExpressionError(
            partial(
                diagnose,
                "expression-no-function",
                name=name,
                nearest=hint(name, (*SPECIAL, *FUNCTIONS)),
                choices=choices,
            )
        )
    if node.keywords or len(node.args) != len(function.takes):
        raise ExpressionError(partial(diagnose, "expression-arguments", usage=function.usage))
    parts = [
        _argument(compiler, each, wanted, function)
        for each, wanted in zip(node.args, function.takes, strict=True)
    ]
    runs = [part.run for part in parts]
    if not function.takes_lists and any(part.type.of for part in parts):
        raise ExpressionError(partial(diagnose, "expression-arguments", usage=function.usage))
    return Part(
        function.type_of([part.type for part in parts]),
        lambda rows: function.call([run(rows) for run in runs]),
    )


def _argument(compiler: Compiling, node: ast.AST, wanted: ValueType | None, function: Function) -> Part:
    """What a function is given: of the type that it takes, or, where that is open, of any."""
    part = compiler.part(node)
    if function.takes_lists and not part.type.of:
        raise ExpressionError(partial(diagnose, "expression-arguments", usage=function.usage))
    if wanted is not None and inner_type(part.type) not in (wanted, NOTHING):
        raise wrong_type(node, wanted, part.type)
    return part


def _where(compiler: Compiling, given: Sequence[ast.AST]) -> Part:
    table = compiler.part(given[0])
    test = compiler.of_rows(table, given[1])
    if test.type != YES_NO:
        raise wrong_type(given[1], YES_NO, test.type)
    return Part(
        table.type,
        lambda rows: tuple(row for row in table.run(rows) or () if test.run((row, *rows))),
        table.path,
    )


def _lookup(compiler: Compiling, given: Sequence[ast.AST]) -> Part:
    """The value of a column in the row of which the key is the one that is given."""
    table = compiler.part(given[0])
    key, wanted = compiler.part(given[1]), compiler.of_rows(table, given[2])
    record = table.type.of.record if table.type.of else None
    if record is None or not issubclass(record, FormRecord) or not record.row_key:
        raise ExpressionError(partial(diagnose, "expression-no-key", shown=shown(given[0])))
    of_row = compiler.of_rows(table, ast.Name(record.row_key))
    if of_row.type != key.type:
        raise wrong_type(given[1], of_row.type, key.type)

    def run(rows: Rows) -> Any:
        sought = key.run(rows)
        found = (row for row in table.run(rows) or () if of_row.run((row, *rows)) == sought)
        row = None if is_unknown(sought) else next(found, None)
        return None if row is None else wanted.run((row, *rows))

    return Part(wanted.type, run)


def _row(compiler: Compiling, _: Sequence[ast.AST]) -> Part:
    return compiler.row()


def _filled(compiler: Compiling, given: Sequence[ast.AST]) -> Part:
    part = compiler.part(given[0])
    return Part(YES_NO, lambda rows: part.run(rows) not in (None, "", ()))


def _join(compiler: Compiling, given: Sequence[ast.AST]) -> Part:
    """The texts of a list with a mark between them; unknown where that is longer than any paper's."""
    found, mark = compiler.part(given[0]), compiler.part(given[1])
    for node, part in zip(given, (found, mark), strict=True):
        if inner_type(part.type) not in (TEXT, NOTHING):
            raise wrong_type(node, TEXT, part.type)
    if not found.type.of or mark.type.of:
        raise ExpressionError(partial(diagnose, "expression-arguments", usage=SPECIAL["join"].usage))

    def run(rows: Rows) -> str | None:
        between, texts = mark.run(rows), [each for each in found.run(rows) or () if each]
        if is_unknown(between) or sum(len(each) + len(between) for each in texts) > LONGEST_TEXT:
            return None
        joined: str = between.join(texts)
        return joined

    return Part(TEXT, run)


class _Special(NamedTuple):
    """A function of which an argument is worked out for each row of another, or may be unknown."""

    usage: str
    takes: int
    compile: Callable[[Compiling, Sequence[ast.AST]], Part]


SPECIAL: Mapping[str, _Special] = {
    "where": _Special("where(table, condition)", 2, _where),
    "lookup": _Special("lookup(table, key, column)", 3, _lookup),
    "row": _Special("row()", 0, _row),
    "filled": _Special("filled(field)", 1, _filled),
    "join": _Special("join(list, mark)", 2, _join),
}
