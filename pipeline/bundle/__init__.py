"""One merged PDF to print and sign: a batch's up-to-date documents under a control sheet.

The ชุดเสนอลงนาม: merging of PDFs, page counts, the list of what is inside. What is out of date is named and
left out.
"""
