"""Proofreading rules (ตรวจทาน): find contradictions and slips in papers, whoever made them.

Sums, counts, dates, names, numbering, digits and references that do not agree, within one paper and between
papers. Rules know what papers say, not the data that they were made from. `docs/audit.md` lists them;
`audit.table` gathers them from `audit.rules`.
"""

from pipeline.audit.auditing import audit_papers
from pipeline.audit.findings import Finding, Severity
from pipeline.audit.table import RULES

__all__ = ["RULES", "Finding", "Severity", "audit_papers"]
