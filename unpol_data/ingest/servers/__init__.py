"""How does one fetch the submissions of a form from the server they were sent to?

What is fetched is a document like any other file from outside: it is read, judged and kept
as one.
"""
