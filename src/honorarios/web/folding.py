"""Templates compiled once for each language, with what never changes in it written into their text.

A list of fifty rows says the same dozen words in each of them, and draws the same icons; every page names the
same addresses. Looked up once, when the template is compiled, they are text like the text around them, and a
page is made of fewer pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from django.template import Context
from django.template.base import TextNode, VariableNode
from django.template.defaulttags import (
    AutoEscapeControlNode,
    CommentNode,
    IfNode,
    LoadNode,
    URLNode,
)
from django.template.library import SimpleNode
from django.template.loaders import cached
from django.template.loaders.base import Loader as BaseLoader
from django.templatetags.i18n import BlockTranslateNode, LanguageNode, TranslateNode
from django.templatetags.static import StaticNode
from django.urls import NoReverseMatch, get_script_prefix
from django.utils.translation import get_language, gettext

from honorarios.web.templatetags.honorarios import icon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.template import Origin, Template
    from django.template.base import FilterExpression, Node, NodeList

ALIKE: Final = (icon,)
"""Tags that answer the same to the same arguments, always and to everybody."""
SILENT: Final = (CommentNode, LoadNode)
OTHER_RULES: Final = (LanguageNode, AutoEscapeControlNode)
"""What stands in these is of another language, or is escaped otherwise."""
BLANK: Final = re.compile(r"%\((\w+)\)s")


class _Folded(BaseLoader):
    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template as it is compiled, folded."""
        template = super().get_template(template_name, skip)
        fold(template.nodelist)
        return template


class Loader(cached.Loader, _Folded):
    """Keeps the templates that it compiled, each in the languages that it was asked for in."""

    def cache_key(self, template_name: str, skip: list[Origin] | None = None) -> str:
        """The name of a template in the language of the page, and below the address of the desk."""
        name = super().cache_key(template_name, skip)
        return f"{get_language()}:{get_script_prefix()}:{name}"


class Named(TextNode):
    """A text that the template gives a name to: ``{% translate "Contas" as label %}``."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = name

    def render_annotated(self, context: Context) -> str:
        """Nothing, but the name is known from here on."""
        context[self.name] = self.s
        return ""

    render = render_annotated


def fold(nodes: NodeList) -> None:
    """Write into the text of a compiled template what is the same each time in the language that is set."""
    folded: list[Node] = []
    for node in _simplest(nodes):
        last = folded[-1] if folded else None
        if type(node) is TextNode and type(last) is TextNode:
            folded[-1] = TextNode(last.s + node.s)
        else:
            folded.append(node)
    nodes[:] = folded


def _simplest(nodes: Iterable[Node]) -> Iterator[Node]:
    """Nodes that say the same in fewer steps."""
    for node in nodes:
        if isinstance(node, TranslateNode) and _is_fixed(node.filter_expression):
            yield _said(node, node.asvar)
        elif isinstance(node, BlockTranslateNode):
            yield from _sentence(node)
        elif isinstance(node, SimpleNode) and _is_alike(node):
            yield _said(node, node.target_var)
        elif isinstance(node, StaticNode) and _is_fixed(node.path):
            yield _said(node, node.varname)
        elif isinstance(node, URLNode) and not (node.args or node.kwargs):
            yield _address(node)
        elif not isinstance(node, SILENT):
            for inner in _within(node):
                fold(inner)
            yield node


def _within(node: Node) -> Iterator[NodeList]:
    if isinstance(node, IfNode):
        yield from (nodes for _, nodes in node.conditions_nodelists)
    elif not isinstance(node, OTHER_RULES):
        yield from (found for name in node.child_nodelists if (found := getattr(node, name, None)))


def _is_fixed(given: FilterExpression) -> bool:
    """Whether it is a text or a number that stands in the template."""
    return not given.filters and (not given.is_var or given.var.lookups is None)


def _is_alike(node: SimpleNode) -> bool:
    given = (*node.args, *node.kwargs.values())
    return node.func in ALIKE and all(map(_is_fixed, given))


def _said(node: Node, name: str | None) -> TextNode:
    """What a node says that asks nothing of the page; under a name where it is given one."""
    said = Context()
    text = node.render(said)
    return Named(name, said[name]) if name else TextNode(text)


def _address(node: URLNode) -> Node:
    """An address that every page calls the same; one that there is none of is told when it is drawn."""
    if not _is_fixed(node.view_name):
        return node
    try:
        return _said(node, node.asvar)
    except NoReverseMatch:
        return node


def _sentence(node: BlockTranslateNode) -> Iterable[Node]:
    """A sentence with blanks as its words and what fills them; one with a plural stays as it is."""
    if node.countervar or node.asvar or node.message_context:
        return (node,)
    source, blanks = node.render_token_list(node.singular)
    words = BLANK.split(gettext(source))
    texts, names = words[::2], words[1::2]
    known = node.extra_context.keys()
    if not known >= {*blanks, *names} or any("%" in text.replace("%%", "") for text in texts):
        return (node,)
    filled: list[Node] = [TextNode(texts[0].replace("%%", "%"))]
    for name, text in zip(names, texts[1:], strict=True):
        value = VariableNode(node.extra_context[name])
        value.token, value.origin = node.token, node.origin
        filled += [value, TextNode(text.replace("%%", "%"))]
    return filled
