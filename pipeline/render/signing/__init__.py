"""Electronic signatures in PDF files (PAdES, ETSI EN 319 142-1): made and read with pyHanko.

Needs the extra `saraban[sign]`; nothing else imports this package until somebody signs or verifies.
"""
