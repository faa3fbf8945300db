"""How do the figures look: charts and maps drawn from frames, for any page, brief or printout?"""
