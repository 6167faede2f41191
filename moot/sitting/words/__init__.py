"""The words of a sitting, for every face: what is said and asked, and each event in words."""
