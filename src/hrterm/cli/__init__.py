"""The command line: parse, ask the library, word it, print it."""
