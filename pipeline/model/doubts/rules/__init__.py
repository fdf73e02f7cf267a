"""The rules of doubt, each below its `@doubt`; to import a module is to add its rules.

Divisions that do not add up, results far from their scale, rounds of uncommon length, names, and lists
without entries.
"""

from pipeline.model.doubts.rules import divisions, lists, names, results, rounds

__all__ = ["divisions", "lists", "names", "results", "rounds"]
