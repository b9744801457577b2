"""Text of a formula -> a closed tree: numbers, names, four operations, powers and calls of a fixed list; nothing else parses.

A name may hold hyphens between letters and digits, as ids do: `idle-cost` is one name, `a - b` is a difference.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NoReturn

LONGEST = 500
"""Characters of a formula."""
DEEPEST = 30
"""Parentheses, calls and signs within one another."""
FUNCTIONS = frozenset({"min", "max", "ceil", "floor", "round", "sqrt"})

Operator = Literal["+", "-", "*", "/", "**"]
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z](?:[\w.]|-(?=[A-Za-z0-9]))*)|(?P<sign>\*\*|[-+*/(),]))", re.ASCII
)


class FormulaError(Exception):
    """A formula that cannot be read or computed: what is wrong, at which character (from 0), and what to do."""

    def __init__(self, message: str, at: int, hint: str) -> None:
        super().__init__(message)
        self.message, self.at, self.hint = message, at, hint


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Negative:
    of: "Expression"
    at: int


@dataclass(frozen=True, slots=True)
class Operation:
    operator: Operator
    left: "Expression"
    right: "Expression"
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the list, or a unit as a maker of quantities: `hours(730)`."""

    name: str
    arguments: "tuple[Expression, ...]"
    at: int


Expression = Number | Name | Negative | Operation | Call


def parse(text: str) -> Expression:
    """The tree of a formula; FormulaError at the first thing that no formula may hold."""
    if len(text) > LONGEST:
        raise FormulaError(f"a formula of {len(text)} characters", 0, f"a formula has at most {LONGEST}; name its parts")
    reader = _Reader(text)
    tree = reader.sum(0)
    reader.end()
    return tree


def names(tree: Expression) -> tuple[str, ...]:
    """The inputs and formulas that a formula needs, each once, in the order in which it names them."""
    return tuple(dict.fromkeys(_names(tree)))


def _names(tree: Expression) -> list[str]:
    match tree:
        case Number():
            return []
        case Name():
            return [tree.name]
        case Negative():
            return _names(tree.of)
        case Operation():
            return [*_names(tree.left), *_names(tree.right)]
        case Call():
            return [name for argument in tree.arguments for name in _names(argument)]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


class _Reader:
    """A descent through the tokens: sum, product, sign, power, atom; `min` is the smallest, never a minute."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.index = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.index]

    def take(self) -> _Token:
        token = self.next
        self.index += 1
        return token

    def end(self) -> None:
        if self.next.kind != "end":
            self.refuse()

    def refuse(self) -> NoReturn:
        token = self.next
        what = "the formula ends too early" if token.kind == "end" else f"'{token.text}' does not belong here"
        raise FormulaError(what, token.at, "a formula is numbers and names with + - * / ** and parentheses")

    def sum(self, depth: int) -> Expression:
        tree = self.product(depth)
        while self.next.text in ("+", "-"):
            token = self.take()
            tree = Operation("+" if token.text == "+" else "-", tree, self.product(depth), token.at)
        return tree

    def product(self, depth: int) -> Expression:
        tree = self.sign(depth)
        while self.next.text in ("*", "/"):
            token = self.take()
            tree = Operation("*" if token.text == "*" else "/", tree, self.sign(depth), token.at)
        return tree

    def sign(self, depth: int) -> Expression:
        if depth > DEEPEST:
            raise FormulaError("a formula nested too deeply", self.next.at, "give its parts names of their own")
        if self.next.text == "-":
            token = self.take()
            return Negative(self.sign(depth + 1), token.at)
        base = self.atom(depth)
        if self.next.text != "**":
            return base
        token = self.take()
        return Operation("**", base, self.sign(depth + 1), token.at)

    def atom(self, depth: int) -> Expression:
        token = self.next
        if token.kind == "number":
            return Number(Fraction(self.take().text), token.at)
        if token.kind == "name":
            self.take()
            return self.call(token, depth) if self.next.text == "(" else Name(token.text, token.at)
        if token.text != "(":
            self.refuse()
        self.take()
        tree = self.sum(depth + 1)
        self.close()
        return tree

    def call(self, name: _Token, depth: int) -> Call:
        self.take()
        arguments = [self.sum(depth + 1)]
        while self.next.text == ",":
            self.take()
            arguments.append(self.sum(depth + 1))
        self.close()
        return Call(name.text, tuple(arguments), name.at)

    def close(self) -> None:
        if self.next.text != ")":
            self.refuse()
        self.take()


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise FormulaError(f"'{text[start]}' does not belong in a formula", start, "use + - * / ** , ( ) and names")
        found.append(_Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        at = match.end()
    return [*found, _Token("end", "", len(text.rstrip()))]
