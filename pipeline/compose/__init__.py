"""Jinja templates + records + scores -> markup."""
