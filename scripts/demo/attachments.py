"""Makes every attachment that the items of content/ name: PDF, CSV, SVG and PNG, from the items' own fields.

python scripts/demo/attachments.py [--check] [PORTAL ...]
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "plugins"))  # so that it runs in a clone where congbo is not installed

from attached.command import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(ROOT))
