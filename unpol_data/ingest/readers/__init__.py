"""One module for each kind of file: how does it become rows of the data dictionary?"""
