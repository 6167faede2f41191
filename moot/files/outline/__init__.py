"""The beginnings of a case: what an opinion, a spreadsheet or an outline already says, as a file to go on from."""
