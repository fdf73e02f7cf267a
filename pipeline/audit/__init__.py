"""Finds contradictions and slips in papers, whoever made them."""

from pipeline.audit.auditing import audit_papers
from pipeline.audit.findings import Finding, Severity
from pipeline.audit.table import RULES

__all__ = ["RULES", "Finding", "Severity", "audit_papers"]
