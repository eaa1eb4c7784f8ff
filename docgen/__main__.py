"""``python -m docgen`` is ``docgen``."""

import sys

from docgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
