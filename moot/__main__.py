"""``python -m moot``."""

from moot.start import main

raise SystemExit(main())
