"""One PDF to print and sign: what a batch's plan calls current, under a control sheet, by signer or unit.

The ชุดเสนอลงนาม: merging of PDFs, page counts, the list of what is inside. What is out of date is named and
left out.
"""
