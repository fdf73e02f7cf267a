"""One PDF to print and sign: what a batch's plan calls current, under a control sheet, by signer or unit."""
