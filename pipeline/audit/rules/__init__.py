"""The rules, a module a subject; `pipeline.audit.table` lists them."""
