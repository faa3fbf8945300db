"""Run the commands: python -m unpol_data."""

import sys

from unpol_data.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
