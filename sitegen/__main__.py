"""`python -m sitegen`."""

from sitegen.cli import program

if __name__ == "__main__":
    program()
