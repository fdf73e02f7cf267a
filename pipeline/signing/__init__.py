"""Electronic signatures in PDF files (PAdES, ETSI EN 319 142-1): made and read with pyHanko.

Needs the extra `saraban[sign]`; nothing imports this package until somebody signs or verifies. What the
libraries note of certificates and damaged files is told in words of our own, not by their loggers.
"""

import logging

for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
