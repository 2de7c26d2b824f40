"""Where the rules of an installed package are found: in a module that is named, never by being installed."""

from __future__ import annotations

import importlib
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from periodize._findings import RuleMeta
from periodize.exceptions import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from periodize._engine._rule import Rule


def rules_in(name: str) -> tuple[Rule, ...]:
    """Return the rules of a module, in order of their codes: public classes with a `meta`, and public values of one.

    A value stands in for its class, so that a module can give a rule other knobs. The module is looked for in the
    current directory too.

    Raises:
        ConfigError: there is no such module, it cannot be imported, or it holds no rule.
    """
    module = _imported(name)
    found: dict[str, Any] = {}
    for item in sorted(_public(module), key=inspect.isclass):  # values first
        meta = getattr(item, "meta", None)
        if isinstance(meta, RuleMeta) and meta.code not in found:
            found[meta.code] = _made(item) if inspect.isclass(item) else item
    if not found:
        message = f"module {name} holds no rule\nmaybe a public class with a meta of type RuleMeta"
        raise ConfigError(message)
    return tuple(found[code] for code in sorted(found))


def _imported(name: str) -> ModuleType:
    here = str(Path.cwd())
    sys.path.insert(0, here)
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or name
        if name == missing or name.startswith(f"{missing}."):
            message = f"there is no module {name}\nmaybe install its package, or change to its directory"
        else:
            message = f"module {name} needs {missing}, which is not installed"
        raise ConfigError(message) from error
    except Exception as error:  # a module may do anything when it is imported
        message = f"module {name} cannot be imported: {type(error).__name__}: {error}"
        raise ConfigError(message) from error
    finally:
        sys.path.remove(here)


def _public(module: ModuleType) -> Iterator[Any]:
    for name in getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")]):
        yield getattr(module, name)


def _made(rule: type) -> Any:
    try:
        return rule()
    except TypeError as error:
        message = f"{rule.__name__} needs knobs: {error}\nmaybe give each knob a default"
        raise ConfigError(message) from error
