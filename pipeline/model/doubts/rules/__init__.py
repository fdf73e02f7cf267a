"""The rules of doubt, each below its `@doubt`; importing this package gives the rules of all its modules.

Divisions that do not add up, results far from their scale, sums beyond budgets, rounds of uncommon length,
names, and lists without entries.
"""

import pkgutil
from importlib import import_module

for _found in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
