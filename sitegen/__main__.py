"""`python -m sitegen`."""

from sitegen.shell import program

if __name__ == "__main__":
    program()
