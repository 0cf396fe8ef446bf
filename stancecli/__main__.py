"""`python -m stancecli`: the command line without its script."""

from stancecli.cli import main

main()
