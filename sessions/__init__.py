"""What a session is: its steps and clock, its notes and items, its store, its mask and its minutes.

Nothing in here knows of a terminal or a web page; it can be used without either.
"""
