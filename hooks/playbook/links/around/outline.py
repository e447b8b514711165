"""A YAML file as nodes with their places: what was written in which line."""

from __future__ import annotations

from collections.abc import Iterator

import yaml


def value_of(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    """Give the node below these keys, or nothing."""
    for name in names:
        if not isinstance(node, yaml.MappingNode):
            return None
        node = next((value for key, value in reversed(node.value) if key.value == name), None)  # the last one counts
    return node


def entries(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """Give the keys and values of a mapping."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def texts(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Give every text below a node that is a value, however deep."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag != "tag:yaml.org,2002:null":
            yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from texts(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from texts(value)


def place(node: yaml.Node) -> int:
    """Give the place of a node in its text, quotes passed over."""
    quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
    return int(node.start_mark.index) + int(quoted)
