"""The desk: a page in the browser, on this machine, for officers who never open a terminal."""
