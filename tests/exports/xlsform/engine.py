"""What would a form server's phone do with a form: which questions apply, which answers fit?

A small XForms engine for the tests: the expressions are evaluated by libxml2, the
functions XForms adds to XPath 1.0 stand below. JavaRosa, the engine of ODK Collect,
judges the same form in test_collect.py.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

XF = "{http://www.w3.org/2002/xforms}"
JR = "{http://openrosa.org/javarosa}"
STORED = "{http://www.w3.org/1999/xhtml}head/" + XF + "model"
TODAY = date(2026, 4, 1)


def _text(value: object) -> str:
    if isinstance(value, list):
        return value[0].text or "" if value else ""
    return str(value)


FUNCTIONS = {
    "selected": lambda _, chosen, code: _text(code) in _text(chosen).split(),
    "coalesce": lambda _, first, other: _text(first) or _text(other),
    "regex": lambda _, value, pattern: bool(re.search(_text(pattern), _text(value))),
    "today": lambda _: float(TODAY.toordinal()),
}
_NAMESPACE = etree.FunctionNamespace(None)
for _name, _function in FUNCTIONS.items():
    _NAMESPACE[_name] = _function


@dataclass(frozen=True)
class Bind:
    """What the form says of one node; an empty expression says nothing."""

    kind: str
    relevant: str
    constraint: str
    calculate: str
    required: bool


class Filling:
    """One form while it is filled in."""

    def __init__(self, xform: str):
        self.tree = etree.fromstring(xform.encode())
        model = self.tree.find(STORED)
        instance = copy.deepcopy(model.find(f"{XF}instance")[0])
        for node in instance.iter():
            node.tag = etree.QName(node).localname
        self.root = instance
        self.form_id = instance.get("id")
        self.version = instance.get("version")
        self.binds = {one.get("nodeset"): _bind(one) for one in model.iter(f"{XF}bind")}
        self.templates = {
            node.tag: node for node in list(instance) if node.get(f"{JR}template") is not None
        }
        for name in self.templates:
            for node in instance.findall(name):
                instance.remove(node)

    def add(self, name: str) -> etree._Element:
        """Add one line to a repeat."""
        line = copy.deepcopy(self.templates[name])
        del line.attrib[f"{JR}template"]
        self.root.insert(self._before_meta(), line)
        return line

    def _before_meta(self) -> int:
        return list(self.root).index(self.root.find("meta"))

    def node(self, path: str) -> etree._Element:
        """The node at a path below the root, such as communications/com_per_1."""
        found = self.root.find(path)
        assert found is not None, path
        return found

    def set(self, path: str, value: object) -> None:
        """Answer one question, and calculate what follows."""
        self.node(path).text = str(value)
        self.calculate()

    def calculate(self) -> None:
        """Fill every calculated node."""
        for path, bind in self.binds.items():
            if bind.calculate:
                node = self.root.find(path.split("/", 2)[2])
                node.text = _text(self.evaluate(bind.calculate, node))

    def evaluate(self, expression: str, node: etree._Element) -> object:
        """The value of an expression at a node."""
        return node.xpath(expression.replace("/data/", f"/{self.root.tag}/"))

    def bind(self, node: etree._Element) -> Bind:
        """What the form says of a node."""
        return self.binds.get(f"/data/{self.path(node)}", Bind("", "", "", "", False))

    def path(self, node: etree._Element) -> str:
        """The path of a node below the root."""
        return "/".join(
            one.tag for one in [*reversed(list(node.iterancestors())), node] if one is not self.root
        )

    def applies(self, node: etree._Element) -> bool:
        """Whether the node and every group around it are relevant."""
        around = [one for one in node.iterancestors() if one is not self.root]
        conditions = [(one, self.bind(one).relevant) for one in (node, *around)]
        return all(bool(self.evaluate(words, one)) for one, words in conditions if words)

    def fits(self, node: etree._Element) -> bool:
        """Whether the node's value keeps its constraint."""
        bind, value = self.bind(node), node.text
        if not bind.constraint:
            return True
        words = bind.constraint
        if bind.kind == "date":
            words = words.replace(". ", f"{date.fromisoformat(value).toordinal()} ")
        return bool(self.evaluate(words, node))

    def questions(self) -> Iterator[etree._Element]:
        """Every node without nodes below it, in the order of the form."""
        return (node for node in self.root.iter() if not len(node) and node is not self.root)

    def choices(self, name: str) -> list[str]:
        """The codes of a list of choices, in order."""
        items = self.tree.find(STORED).find(f"{XF}instance[@id='{name}']")
        return [one.text for one in items.iter(f"{XF}name")]


def _bind(element: etree._Element) -> Bind:
    words = {name: element.get(name, "") for name in ("type", "relevant", "constraint")}
    return Bind(
        words["type"],
        words["relevant"],
        words["constraint"],
        element.get("calculate", ""),
        element.get("required") == "true()",
    )
