"""`python -m pipeline`: the command `saraban`, also where it is not on the path."""

from pipeline.cli.main import main

if __name__ == "__main__":
    main()
