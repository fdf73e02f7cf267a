"""Export of a memo as TH e-GIF XML for another office's electronic document system (สารบรรณอิเล็กทรอนิกส์).

The correspondence letter with its attachments, and the settings that name both offices. `docs/exchange.md`.
"""
