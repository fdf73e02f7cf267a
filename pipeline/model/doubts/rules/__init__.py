"""The rules, each below its `@doubt`; to import a module is to add its rules."""

from pipeline.model.doubts.rules import divisions, lists, names, results, rounds

__all__ = ["divisions", "lists", "names", "results", "rounds"]
