"""Commands: each module here is one, named after its file, with a Click command in `command`.

A module imports Click at its top and everything else when it runs, so that help stays quick.
"""
